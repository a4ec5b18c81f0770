package io.hangtag.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.config.HangtagConfig;
import io.hangtag.job.QueuedSteps;
import io.hangtag.job.StepMessage;
import io.hangtag.tagging.PhotoTagger;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;

/**
 * The event function. Takes an SQS batch of S3 notifications and answers which of its messages failed ("Reporting batch item
 * failures", AWS Lambda Developer Guide), or an S3 notification, an EventBridge event or an {@code s3:TestEvent} by itself
 * and fails as a whole, so that Lambda tries again. Among the messages may be steps of jobs, see {@link QueuedSteps}.
 */
@Named("tagger")
@Singleton
public class TaggerFunction implements RequestStreamHandler {
    private final ObjectMapper json;
    private final SqsBatch batch;
    private final DirectEvent direct;

    /** The function with photos and jobs. */
    @Inject
    public TaggerFunction(ObjectMapper json, PhotoTagger tagger, QueuedSteps steps, HangtagConfig config) {
        this(json, tagger, steps, config.tagging().inFlight());
    }

    /**
     * The function with photos and jobs.
     *
     * @param inFlight how many messages of a batch are handled at a time, at least 1
     */
    public TaggerFunction(ObjectMapper json, PhotoTagger tagger, QueuedSteps steps, int inFlight) {
        this(json, tagger, steps::make, inFlight);
    }

    /**
     * The function with photos alone; a step of a job is a message that it does not know.
     *
     * @param inFlight how many messages of a batch are handled at a time, at least 1
     */
    public TaggerFunction(ObjectMapper json, PhotoTagger tagger, int inFlight) {
        this(json, tagger, TaggerFunction::refused, inFlight);
    }

    private TaggerFunction(
            ObjectMapper json, PhotoTagger tagger, Function<StepMessage, Uni<Void>> making, int inFlight) {
        this.json = json;
        EventReader events = new EventReader(json);
        EventHandling handling = new EventHandling(tagger);
        this.batch = new SqsBatch(json, events, handling, making, inFlight);
        this.direct = new DirectEvent(events, handling);
    }

    private static Uni<Void> refused(StepMessage message) {
        throw new UnknownEventException("This function makes no steps of jobs, as job " + message.jobId() + " wants");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        JsonNode event = json.readTree(input);
        JsonNode response = SqsBatch.isBatch(event) ? batch.handle(event) : direct.handle(event);
        json.writeValue(output, response);
    }
}
