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

    private final ObjectMapper json;
    private final EventReader events;
    private final EventHandling handling;
    private final StepReader steps;
    private final Function<StepMessage, Uni<Void>> making;
    private final int inFlight;

    /** @param inFlight how many messages are handled at a time, at least 1 */
    SqsBatch(
            ObjectMapper json,
            EventReader events,
            EventHandling handling,
            Function<StepMessage, Uni<Void>> making,
            int inFlight) {
        this.json = json;
        this.events = events;
        this.handling = handling;
        this.steps = new StepReader(json);
        this.making = making;
        this.inFlight = inFlight;
    }

    /** Whether any record comes from a queue, so that one without its source costs the others nothing. */
    static boolean isBatch(JsonNode event) {
        for (JsonNode record : event.path("Records")) {
            if ("aws:sqs".equals(record.path("eventSource").asText())) {
                return true;
            }
        }
        return false;
    }

    /**
     * The partial batch response: the ids of the messages that have to come again, each once.
     *
     * @throws UnknownEventException once all are handled, if one failed that has no id: no response can name it, and Lambda
     *     would delete it, so the whole batch has to come again
     */
    JsonNode handle(JsonNode batch) {
        List<JsonNode> failed = Multi.createFrom()
                .iterable(batch.path("Records"))
                .onItem()
                .transformToUni(this::failedMessage)
                .merge(inFlight)
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList()
                .await()
                .indefinitely();
        ObjectNode response = json.createObjectNode();
        ArrayNode failures = response.putArray("batchItemFailures");
        failed.stream()
                .map(SqsBatch::messageId)
                .distinct()
                .forEach(messageId -> failures.addObject().put("itemIdentifier", messageId));
        return response;
    }

    private static String messageId(JsonNode message) {
        JsonNode messageId = message.path("messageId");
        if (!messageId.isTextual() || messageId.asText().isEmpty()) {
            throw new UnknownEventException(
                    "A message without messageId failed, and no answer can name it: the whole batch has to come again");
        }
        return messageId.asText();
    }

    private Uni<Optional<JsonNode>> failedMessage(JsonNode message) {
        return Uni.createFrom()
                .deferred(() -> handled(message.path("body").asText()))
                .map(done -> Optional.<JsonNode>empty())
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf(
                            "Message %s has to come again: %s",
                            message.path("messageId").asText(), cause(failure));
                    return Optional.of(message);
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
