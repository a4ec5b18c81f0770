package io.hangtag.batches;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An SQS batch of photos and poison, with what has to come of it.
 *
 * @param event as Lambda hands it over
 * @param photos keys of the photos that have to be tagged
 * @param failures ids that have to be named
 * @param wholly whether the batch has to come again as a whole, because a record failed that cannot be named
 * @param poison what is in it beside the photos
 */
record GeneratedBatch(String event, List<String> photos, Set<String> failures, boolean wholly, List<Poison> poison) {
    /** An object that is there, and no photo. */
    static final String NO_PHOTO_KEY = "no-photo.png";

    /**
     * A batch with poison where it is said, and photos elsewhere.
     *
     * @param name what the keys of its photos begin with
     * @param poison by position; null for a photo
     */
    static GeneratedBatch of(ObjectMapper json, Random random, String name, List<Poison> poison) {
        boolean sameIds = random.nextInt(8) == 0;
        ObjectNode batch = json.createObjectNode();
        ArrayNode records = batch.putArray("Records");
        List<String> photos = new ArrayList<>();
        Set<String> failures = new LinkedHashSet<>();
        boolean wholly = false;
        for (int i = 0; i < poison.size(); i++) {
            // Two neighbours share an id.
            String messageId = "message-" + (sameIds ? i / 2 : i);
            Poison bad = poison.get(i);
            if (bad == null) {
                String key = name + "-" + i + ".png";
                photos.add(key);
                message(records, messageId).put("body", Notifications.created(key));
                continue;
            }
            add(json, records, messageId, bad, random);
            if (bad.comesAgain() && bad.isNamed()) {
                failures.add(messageId);
            }
            wholly |= bad.comesAgain() && !bad.isNamed();
        }
        return new GeneratedBatch(
                batch.toString(),
                photos,
                failures,
                wholly,
                poison.stream().filter(bad -> bad != null).collect(Collectors.toList()));
    }

    /** A batch of 1..10 records, each poison with the same odds as a photo. */
    static GeneratedBatch drawn(ObjectMapper json, Random random) {
        List<Poison> poison = new ArrayList<>();
        int size = 1 + random.nextInt(10);
        IntStream.range(0, size).forEach(i -> poison.add(random.nextBoolean() ? draw(random) : null));
        return of(json, random, "photo", poison);
    }

    /** What cannot be named is drawn seldom, since it fails the batch as a whole. */
    private static Poison draw(Random random) {
        Poison drawn = Poison.values()[random.nextInt(Poison.values().length)];
        return drawn.isNamed() || random.nextInt(4) == 0 ? drawn : Poison.NO_JSON;
    }

    private static ObjectNode message(ArrayNode records, String messageId) {
        return records.addObject().put("messageId", messageId).put("eventSource", "aws:sqs");
    }

    private static void add(ObjectMapper json, ArrayNode records, String messageId, Poison bad, Random random) {
        switch (bad) {
            case NO_RECORD -> {
                switch (random.nextInt(3)) {
                    case 0 -> records.addNull();
                    case 1 -> records.add(7);
                    default -> records.addArray();
                }
            }
            case NO_MESSAGE_ID -> {
                ObjectNode message = message(records, messageId).put("body", bad.body(random));
                switch (random.nextInt(3)) {
                    case 0 -> message.remove("messageId");
                    case 1 -> message.putNull("messageId");
                    default -> message.put("messageId", "");
                }
            }
            case NO_BODY -> message(records, messageId);
            case NULL_BODY -> message(records, messageId).putNull("body");
            case BODY_IS_NO_TEXT -> message(records, messageId).set("body", json.createObjectNode());
            default -> message(records, messageId).put("body", bad.body(random));
        }
    }
}
