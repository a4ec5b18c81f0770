package io.hangtag.order;

import io.hangtag.tagging.PhotoEvent;
import io.hangtag.tagging.Sequencer;
import io.hangtag.testing.InMemoryS3;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts, overwrites, deletes and tags the one photo, and keeps the events that S3 sends of it. */
final class Merchant {
    private static final String KEY = Shop.PHOTO.key();

    /** So that sequencers soon differ in length. */
    private static final int FIRST_SEQUENCER = 0xfc;

    private final InMemoryS3 s3;
    private final boolean versioned;
    private final List<PhotoEvent> events = new ArrayList<>();
    private final Set<Picture> put = EnumSet.noneOf(Picture.class);

    Merchant(InMemoryS3 s3, boolean versioned) {
        this.s3 = s3;
        this.versioned = versioned;
    }

    /** What S3 has to deliver at least once each, oldest first. */
    List<PhotoEvent> events() {
        return List.copyOf(events);
    }

    void put(Picture picture, int settings, boolean inParts) {
        put(picture, settings(settings), inParts);
    }

    void delete() {
        if (s3.current(KEY).isPresent()) {
            s3.delete(KEY);
            tell(PhotoEvent.Kind.REMOVED);
        }
    }

    void deleteNewestVersion() {
        if (versioned && !s3.versions(KEY).isEmpty()) {
            s3.deleteNewestVersion(KEY);
            tell(PhotoEvent.Kind.REMOVED);
        }
    }

    void changeTags(int settings) {
        if (s3.current(KEY).isPresent()) {
            s3.changeTags(KEY, ownTags(settings));
        }
    }

    /** The same, with the tags that the merchant has set on what lies there, if anything does. */
    void putWithSameTags(Picture picture, int settings, boolean inParts) {
        s3.current(KEY).map(present -> present.theirs().tags()).ifPresent(tags -> {
            InMemoryS3.Settings chosen = settings(settings);
            put(picture, new InMemoryS3.Settings(chosen.metadata(), tags, chosen.cacheControl()), inParts);
        });
    }

    /** Whether these bytes were put before. */
    boolean hasPut(Picture picture) {
        return put.contains(picture);
    }

    /** Whether two versions differ in what the merchant set, and not in their bytes. */
    boolean keepsTheSameBytesTwice() {
        List<InMemoryS3.Version> contents = s3.versions(KEY).stream()
                .filter(version -> version.bytes() != null)
                .toList();
        return contents.stream()
                .anyMatch(version -> contents.stream()
                        .anyMatch(other -> Arrays.equals(version.bytes(), other.bytes())
                                && !version.theirs().equals(other.theirs())));
    }

    private void put(Picture picture, InMemoryS3.Settings settings, boolean inParts) {
        put.add(picture);
        s3.put(KEY, picture.bytes(), settings, inParts);
        tell(PhotoEvent.Kind.CREATED);
    }

    private void tell(PhotoEvent.Kind kind) {
        Sequencer sequencer = Sequencer.of(Integer.toHexString(FIRST_SEQUENCER + events.size()));
        events.add(new PhotoEvent(kind, Shop.PHOTO, sequencer));
    }

    /** Four settings; the last carries along what stands on the present object, as tools that edit a photo do. */
    private InMemoryS3.Settings settings(int number) {
        return switch (number % 4) {
            case 0 -> new InMemoryS3.Settings(Map.of(), ownTags(number), null);
            case 1 -> new InMemoryS3.Settings(Map.of("sku", "4711"), ownTags(number), "max-age=60");
            case 2 -> new InMemoryS3.Settings(Map.of("sku", "4712", "shelf", "b"), ownTags(number), "no-store");
            default -> carriedAlong(number);
        };
    }

    private InMemoryS3.Settings carriedAlong(int number) {
        Map<String, String> metadata = new HashMap<>(Map.of("sku", "4713"));
        Map<String, String> tags = new HashMap<>(ownTags(number));
        Optional<InMemoryS3.Version> present = s3.current(KEY);
        present.ifPresent(version -> version.now().metadata().forEach(metadata::putIfAbsent));
        present.ifPresent(version -> version.now().tags().forEach(tags::putIfAbsent));
        return new InMemoryS3.Settings(metadata, tags, "max-age=1");
    }

    private static Map<String, String> ownTags(int number) {
        return switch (number % 3) {
            case 0 -> Map.of();
            case 1 -> Map.of("team", "spring");
            default -> Map.of("team", "autumn", "season", "2026");
        };
    }
}
