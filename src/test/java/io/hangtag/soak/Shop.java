package io.hangtag.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.function.TaggerFunction;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.testing.InMemoryCatalogStore;
import io.hangtag.testing.InMemoryPhotoStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A merchant with a few hundred keys, and the event function that serves them. Each deed is one invocation, after which the
 * answer and the item are what they have to be.
 */
final class Shop {
    private static final String BUCKET = "shop";

    private final ObjectMapper json = new ObjectMapper();
    private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
    private final InMemoryCatalogStore catalog = new InMemoryCatalogStore();
    private final Map<PhotoId, SoakPhoto> shown = new HashMap<>();
    private final TaggerFunction function;
    private long sequence;

    Shop(PhotoClassifier classifier) {
        this.function = new TaggerFunction(json, new PhotoTagger(photos, catalog, classifier, Clock.systemUTC()), 2);
    }

    void upload(int key, SoakPhoto photo) throws IOException {
        PhotoId photoId = put(key, photo);
        requireFailed(invoke(batch(event(photoId, "ObjectCreated:Put", ++sequence))));
        requireItem(photoId);
    }

    /** The event comes by itself, without a queue. */
    void uploadDirectly(int key, SoakPhoto photo) throws IOException {
        PhotoId photoId = put(key, photo);
        require(invoke(event(photoId, "ObjectCreated:Post", ++sequence)).isNull(), "A direct event has no answer");
        requireItem(photoId);
    }

    /** The store does not answer at first, so that the message comes again. */
    void uploadThroughFault(int key, SoakPhoto photo) throws IOException {
        PhotoId photoId = put(key, photo);
        String event = event(photoId, "ObjectCreated:Put", ++sequence);
        photos.failNext(new HangtagException(ErrorCode.STORE_UNAVAILABLE, "slow down"));
        requireFailed(invoke(batch(event)), "message-0");
        requireFailed(invoke(batch(event)));
        requireItem(photoId);
    }

    /** A message that no one understands comes in the same batch. */
    void uploadBesidePoison(int key, SoakPhoto photo) throws IOException {
        PhotoId photoId = put(key, photo);
        requireFailed(
                invoke(batch("{", event(photoId, "ObjectCreated:Put", ++sequence), "{}")), "message-0", "message-2");
        requireItem(photoId);
    }

    /** The last event of a key comes again. */
    void repeat(int key) throws IOException {
        PhotoId photoId = photoId(key);
        Optional<CatalogItem> before = catalog.item(photoId);
        requireFailed(invoke(batch(event(photoId, "ObjectCreated:Put", sequenceOf(before)))));
        require(catalog.item(photoId).equals(before) || before.isEmpty(), "A repeated event changes nothing");
    }

    void remove(int key) throws IOException {
        PhotoId photoId = photoId(key);
        photos.delete(photoId);
        shown.remove(photoId);
        requireFailed(invoke(batch(event(photoId, "ObjectRemoved:Delete", ++sequence))));
        require(catalog.item(photoId).orElseThrow().state() == PhotoState.REMOVED, "A removal leaves a tombstone");
    }

    private PhotoId put(int key, SoakPhoto photo) {
        PhotoId photoId = photoId(key);
        photos.put(photoId, photo.bytes());
        shown.put(photoId, photo);
        return photoId;
    }

    private static PhotoId photoId(int key) {
        return new PhotoId(BUCKET, "uploads/" + key);
    }

    private static long sequenceOf(Optional<CatalogItem> item) {
        return item.map(stored -> Long.parseLong(stored.sequencer().value(), 16))
                .orElse(1L);
    }

    private void requireItem(PhotoId photoId) {
        CatalogItem item = catalog.item(photoId).orElseThrow();
        SoakPhoto photo = shown.get(photoId);
        Optional<ErrorCode> failure = Optional.ofNullable(item.failure()).map(CatalogItem.Failure::code);
        require(
                failure.equals(photo.failure())
                        && item.sequencer()
                                .value()
                                .endsWith(Long.toHexString(sequence).toUpperCase(Locale.ROOT)),
                "%s ended in %s instead of %s".formatted(photo.name(), failure, photo.failure()));
    }

    private void requireFailed(JsonNode response, String... messages) {
        List<String> failed = response.path("batchItemFailures").findValuesAsText("itemIdentifier");
        require(failed.equals(List.of(messages)), "Messages %s failed".formatted(failed));
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError(rule);
        }
    }

    private static String event(PhotoId photoId, String name, long sequence) {
        return """
                {"Records":[{"eventSource":"aws:s3","eventName":"%s",
                 "s3":{"bucket":{"name":"%s"},"object":{"key":"%s","sequencer":"%X"}}}]}""".formatted(name, photoId.bucket(), photoId.key(), sequence);
    }

    private String batch(String... bodies) {
        ObjectNode batch = json.createObjectNode();
        ArrayNode records = batch.putArray("Records");
        for (int i = 0; i < bodies.length; i++) {
            records.addObject()
                    .put("messageId", "message-" + i)
                    .put("eventSource", "aws:sqs")
                    .put("body", bodies[i]);
        }
        return batch.toString();
    }

    private JsonNode invoke(String event) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), response, null);
        return json.readTree(response.toByteArray());
    }
}
