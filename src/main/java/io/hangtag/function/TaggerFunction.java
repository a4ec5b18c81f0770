package io.hangtag.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.tagging.PhotoTagger;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The event function. Takes an SQS batch of S3 notifications and answers which of its messages failed ("Reporting batch item
 * failures", AWS Lambda Developer Guide), or an S3 notification, an EventBridge event or an {@code s3:TestEvent} by itself
 * and fails as a whole, so that Lambda tries again.
 */
@Named("tagger")
@Singleton
public class TaggerFunction implements RequestStreamHandler {
    private final ObjectMapper json;
    private final SqsBatch batch;
    private final DirectEvent direct;

    public TaggerFunction(ObjectMapper json, PhotoTagger tagger) {
        this.json = json;
        EventReader events = new EventReader(json);
        EventHandling handling = new EventHandling(tagger);
        this.batch = new SqsBatch(json, events, handling);
        this.direct = new DirectEvent(events, handling);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JsonNode event = json.readTree(input);
        JsonNode response = SqsBatch.isBatch(event) ? batch.handle(event) : direct.handle(event);
        json.writeValue(output, response);
    }
}
