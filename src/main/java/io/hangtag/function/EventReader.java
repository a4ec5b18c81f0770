package io.hangtag.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.hangtag.tagging.PhotoEvent;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.Sequencer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * S3's events as photo events ("Event message structure", Amazon S3 User Guide; "EventBridge event message structure",
 * ibid.). Copies are left out whoever subscribed to them, since our own metadata write is one; so is everything that is
 * neither a creation nor a removal.
 */
final class EventReader {
    private final ObjectReader json;

    EventReader(ObjectMapper json) {
        // A second document behind the first would be dropped unseen.
        this.json = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** The photo events of a message body. */
    List<PhotoEvent> read(String body) {
        try {
            return read(json.readTree(body));
        } catch (JsonProcessingException e) {
            throw new UnknownEventException("The message is no JSON: " + e.getOriginalMessage());
        }
    }

    /**
     * The photo events of an S3 notification, an EventBridge event or a test event.
     *
     * @throws UnknownEventException for anything else
     */
    List<PhotoEvent> read(JsonNode event) {
        if ("s3:TestEvent".equals(event.path("Event").asText())) {
            return List.of();
        }
        if ("aws.s3".equals(event.path("source").asText())) {
            return bridged(event).map(List::of).orElseGet(List::of);
        }
        if (!event.path("Records").isArray()) {
            throw new UnknownEventException("The message is neither an S3 notification nor an EventBridge event of S3");
        }
        List<PhotoEvent> events = new ArrayList<>();
        for (JsonNode notified : event.path("Records")) {
            notified(notified).ifPresent(events::add);
        }
        return events;
    }

    private static Optional<PhotoEvent> notified(JsonNode notified) {
        String name = required(notified, "eventName").replaceFirst("^s3:", "");
        JsonNode object = notified.path("s3").path("object");
        // Notifications encode keys as a form does: + is a space.
        return kindOfNotification(name)
                .map(kind -> photoEvent(
                        kind,
                        required(notified.path("s3").path("bucket"), "name"),
                        URLDecoder.decode(required(object, "key"), StandardCharsets.UTF_8),
                        object));
    }

    private static Optional<PhotoEvent.Kind> kindOfNotification(String name) {
        if (name.startsWith("ObjectCreated:")) {
            return name.equals("ObjectCreated:Copy") ? Optional.empty() : Optional.of(PhotoEvent.Kind.CREATED);
        }
        return name.startsWith("ObjectRemoved:") || name.startsWith("LifecycleExpiration:")
                ? Optional.of(PhotoEvent.Kind.REMOVED)
                : Optional.empty();
    }

    private static Optional<PhotoEvent> bridged(JsonNode event) {
        JsonNode detail = event.path("detail");
        // EventBridge carries the key as it is.
        return kindOfBridged(
                        required(event, "detail-type"), detail.path("reason").asText())
                .map(kind -> photoEvent(
                        kind,
                        required(detail.path("bucket"), "name"),
                        required(detail.path("object"), "key"),
                        detail.path("object")));
    }

    private static Optional<PhotoEvent.Kind> kindOfBridged(String type, String reason) {
        if (type.equals("Object Created")) {
            return reason.equals("CopyObject") ? Optional.empty() : Optional.of(PhotoEvent.Kind.CREATED);
        }
        return type.equals("Object Deleted") ? Optional.of(PhotoEvent.Kind.REMOVED) : Optional.empty();
    }

    private static PhotoEvent photoEvent(PhotoEvent.Kind kind, String bucket, String key, JsonNode object) {
        return new PhotoEvent(
                kind,
                new PhotoId(bucket, key),
                Sequencer.of(object.path("sequencer").asText("")));
    }

    private static String required(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new UnknownEventException("The event has no text '" + field + "'");
        }
        return value.asText();
    }
}
