package io.hangtag.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.tagging.PhotoTagger;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The door for S3 Batch Operations: tags what lies in a bucket already, and tags it again by a newer model. Takes invocation
 * schema 1.0 and 2.0 and answers task by task ("Invoke AWS Lambda function", Amazon S3 User Guide). A task may come more than
 * once; what this model has answered is left alone. Of a task that names a version, the current version is tagged.
 */
@Named("backfill")
@Singleton
public class BackfillFunction implements RequestStreamHandler {
    private final ObjectMapper json;
    private final TaskHandling handling;

    public BackfillFunction(ObjectMapper json, PhotoTagger tagger) {
        this.json = json;
        this.handling = new TaskHandling(tagger);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        json.writeValue(output, answer(json.readTree(input)));
    }

    private JsonNode answer(JsonNode invocation) {
        if (!invocation.path("tasks").isArray()) {
            throw new UnknownEventException("The event is no invocation by S3 Batch Operations: it has no tasks");
        }
        ObjectNode response = json.createObjectNode();
        response.set("invocationSchemaVersion", invocation.path("invocationSchemaVersion"));
        // Every task gets its result; one that does not is a fault, and no photo without an answer passes for done.
        response.put("treatMissingKeysAs", TaskResult.Code.PERMANENT_FAILURE.wireName());
        response.set("invocationId", invocation.path("invocationId"));
        ArrayNode results = response.putArray("results");
        for (JsonNode task : invocation.path("tasks")) {
            write(handling.handle(task), results.addObject());
        }
        return response;
    }

    private static void write(TaskResult result, ObjectNode into) {
        into.put("taskId", result.taskId());
        into.put("resultCode", result.code().wireName());
        into.put("resultString", result.text());
    }
}
