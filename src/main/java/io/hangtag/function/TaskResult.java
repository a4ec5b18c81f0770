package io.hangtag.function;

/**
 * What S3 Batch Operations is told of a task, and writes to its completion report.
 *
 * @param taskId as the invocation names it
 * @param code what the job does next
 * @param text for the report
 */
record TaskResult(String taskId, Code code, String text) {
    /** The result codes of S3 Batch Operations. */
    enum Code {
        /** Done. */
        SUCCEEDED("Succeeded"),
        /** S3 invokes the function again with this task, a few times, before the job ends. */
        TEMPORARY_FAILURE("TemporaryFailure"),
        /** Failed for good. */
        PERMANENT_FAILURE("PermanentFailure");

        private final String wireName;

        Code(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }
    }
}
