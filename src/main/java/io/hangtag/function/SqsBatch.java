package io.hangtag.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.error.HangtagException;
import io.hangtag.job.StepMessage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** A batch of queue messages: each is handled by itself, so that one that fails costs its neighbours nothing. */
final class SqsBatch {
    private static final Logger LOG = Logger.getLogger(SqsBatch.class);

    /** So that the next photo is on its way while one is classified, and no more are held in memory. */
    private static final int IN_FLIGHT = 2;

    private final ObjectMapper json;
    private final EventReader events;
    private final EventHandling handling;
    private final StepReader steps;
    private final Function<StepMessage, Uni<Void>> making;

    SqsBatch(ObjectMapper json, EventReader events, EventHandling handling, Function<StepMessage, Uni<Void>> making) {
        this.json = json;
        this.events = events;
        this.handling = handling;
        this.steps = new StepReader(json);
        this.making = making;
    }

    static boolean isBatch(JsonNode event) {
        return "aws:sqs"
                .equals(event.path("Records").path(0).path("eventSource").asText());
    }

    /** The partial batch response: the ids of the messages that have to come again. */
    JsonNode handle(JsonNode batch) {
        List<String> failed = Multi.createFrom()
                .iterable(batch.path("Records"))
                .onItem()
                .transformToUni(this::failedMessage)
                .merge(IN_FLIGHT)
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList()
                .await()
                .indefinitely();
        ObjectNode response = json.createObjectNode();
        ArrayNode failures = response.putArray("batchItemFailures");
        failed.forEach(messageId -> failures.addObject().put("itemIdentifier", messageId));
        return response;
    }

    private Uni<Optional<String>> failedMessage(JsonNode message) {
        String messageId = message.path("messageId").asText();
        return Uni.createFrom()
                .deferred(() -> handled(message.path("body").asText()))
                .map(done -> Optional.<String>empty())
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf("Message %s has to come again: %s", messageId, cause(failure));
                    return Optional.of(messageId);
                });
    }

    private Uni<Void> handled(String body) {
        return steps.read(body).map(making).orElseGet(() -> handling.handle(events.read(body)));
    }

    /** The code first, where there is one: docs/operations.md goes by it. */
    private static String cause(Throwable failure) {
        return failure instanceof HangtagException coded
                ? coded.code() + ": " + coded.getMessage()
                : failure.toString();
    }
}
