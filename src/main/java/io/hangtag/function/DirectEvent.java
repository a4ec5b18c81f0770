package io.hangtag.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** An event that S3, EventBridge or an engineer sent straight to the function. It succeeds or fails as a whole. */
final class DirectEvent {
    private final EventReader events;
    private final EventHandling handling;

    DirectEvent(EventReader events, EventHandling handling) {
        this.events = events;
        this.handling = handling;
    }

    JsonNode handle(JsonNode event) {
        handling.handle(events.read(event)).await().indefinitely();
        return NullNode.instance;
    }
}
