package io.hangtag.function;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.tagging.Outcome;
import io.hangtag.tagging.PhotoEvent;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.tagging.Sequencer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jboss.logging.Logger;

/** Hands the object of one task to the use case, as a photo found by listing, and words the result. */
final class TaskHandling {
    private static final Logger LOG = Logger.getLogger(TaskHandling.class);

    private final PhotoTagger tagger;

    TaskHandling(PhotoTagger tagger) {
        this.tagger = tagger;
    }

    TaskResult handle(JsonNode task) {
        String taskId = task.path("taskId").asText();
        try {
            PhotoId photoId = photoId(task);
            PhotoEvent found = new PhotoEvent(PhotoEvent.Kind.CREATED, photoId, Sequencer.NONE);
            Outcome outcome = tagger.handle(found).await().indefinitely();
            LOG.infof("task %s %s: %s", taskId, photoId, outcome);
            return result(taskId, outcome);
        } catch (HangtagException e) {
            LOG.errorf("Task %s has to come again: %s: %s", taskId, e.code(), e.getMessage());
            return new TaskResult(
                    taskId,
                    e.code().isTransient() ? TaskResult.Code.TEMPORARY_FAILURE : TaskResult.Code.PERMANENT_FAILURE,
                    e.code() + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return new TaskResult(taskId, TaskResult.Code.PERMANENT_FAILURE, e.getMessage());
        }
    }

    private static PhotoId photoId(JsonNode task) {
        // Keys are encoded as in notifications, whichever manifest they come from.
        String key = URLDecoder.decode(task.path("s3Key").asText(), StandardCharsets.UTF_8);
        return new PhotoId(bucket(task), key);
    }

    /** Schema 2.0 names the bucket, 1.0 gives its ARN, which ends in the name. */
    private static String bucket(JsonNode task) {
        if (task.hasNonNull("s3Bucket")) {
            return task.path("s3Bucket").asText();
        }
        String arn = task.path("s3BucketArn").asText();
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    private static TaskResult result(String taskId, Outcome outcome) {
        return switch (outcome) {
            case COMMITTED, ALREADY_DONE, STALE, STILL_THERE, REMOVED ->
                new TaskResult(taskId, TaskResult.Code.SUCCEEDED, outcome.name());
            case GONE ->
                new TaskResult(
                        taskId,
                        TaskResult.Code.PERMANENT_FAILURE,
                        ErrorCode.NOT_FOUND
                                + ": There is no such object; is the manifest of this bucket and up to date?");
            case FAILED ->
                new TaskResult(
                        taskId,
                        TaskResult.Code.PERMANENT_FAILURE,
                        "The photo cannot be read; its item in the catalog says why");
        };
    }
}
