package io.hangtag.job;

/**
 * Asks for one step of a job.
 *
 * @param jobId of which job
 * @param step the step that it is about, as {@link JobPosition#step} counts them
 * @param token of this message alone, and the same when it is delivered again
 */
public record StepMessage(String jobId, long step, String token) {}
