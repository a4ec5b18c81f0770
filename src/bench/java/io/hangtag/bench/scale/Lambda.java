package io.hangtag.bench.scale;

/** What Lambda gives and when, with its defaults. */
final class Lambda {
    /** "Understanding Lambda function scaling", AWS Lambda Developer Guide: of an account in a region. */
    static final int ACCOUNT_CONCURRENCY = 1_000;

    /** "Lambda scaling behavior", AWS Lambda Developer Guide: 1,000 environments in 10 s for a function, refilled continuously. */
    static final double NEW_ENVIRONMENTS_PER_SECOND = 100;

    /** "Configuring scaling behavior for SQS event source mappings", AWS Lambda Developer Guide. */
    static final int FIRST_BATCHES = 5;

    /** Same page: 300 more a minute. */
    static final double MORE_BATCHES_PER_SECOND = 5;

    /** "Configure Lambda function memory", AWS Lambda Developer Guide. */
    static final double MEGABYTES_PER_PROCESSOR = 1_769;

    /** US East, arm64; docs/operations.md, "Cost". */
    static final double DOLLARS_PER_GIGABYTE_SECOND = 0.0000133334;

    static final double DOLLARS_PER_REQUEST = 0.20 / 1_000_000;

    private Lambda() {}

    /** How many batches the event source may have under way then. */
    static int batches(double second, int maximumConcurrency) {
        double ramped = FIRST_BATCHES + MORE_BATCHES_PER_SECOND * second;
        return (int) Math.min(Math.min(ramped, ACCOUNT_CONCURRENCY), maximumConcurrency);
    }
}
