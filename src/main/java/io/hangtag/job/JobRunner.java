package io.hangtag.job;

/** Who makes the steps of a job, and so who resumes it. */
public enum JobRunner {
    /** The queue and its function on AWS, the worker of a service elsewhere. */
    SERVICE,
    /** A process of the command line, until it ends; the next one takes it up again. */
    COMMAND_LINE
}
