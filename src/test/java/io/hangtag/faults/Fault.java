package io.hangtag.faults;

/** What can go wrong between a client and a store. */
public enum Fault {
    NONE,
    /** S3's {@code SlowDown}, or DynamoDB's {@code ProvisionedThroughputExceededException}. */
    THROTTLED,
    INTERNAL_ERROR,
    /** No answer, until the client's patience ends. */
    TIMEOUT,
    /** The body begins, and then comes no further until the client's patience ends. */
    SLOW_BODY,
    /** The body comes byte by byte, each well before the client's patience ends. */
    DRIPPING_BODY,
    /** The body ends before its declared length. */
    TRUNCATED_BODY,
    /** The connection is closed, and the call has had no effect. */
    RESET,
    /** The connection is closed, and the call has had its effect. */
    ANSWER_LOST,
    /** The caller may not do that. */
    DENIED
}
