package io.hangtag.testing;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.tagging.ObjectLabels;
import io.hangtag.tagging.ObjectVersion;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoStore;
import io.hangtag.tagging.RefusedPhotoException;
import io.hangtag.tagging.StoredPhoto;
import io.hangtag.tagging.TagSet;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A bucket with S3's semantics as far as the port shows them: content is replaced whole and loses its tags, a conditional
 * write meets only the content that was described, a write to what is gone does nothing. Calls can be made to fail, and
 * other things to happen before them, so that tests choose what comes between two steps.
 */
public final class InMemoryPhotoStore implements PhotoStore {
    private final Map<PhotoId, StoredPhoto> objects = new HashMap<>();
    private final Map<PhotoId, Map<String, String>> tags = new HashMap<>();
    private final Deque<Runnable> beforeWrites = new ArrayDeque<>();
    private final Deque<RuntimeException> failures = new ArrayDeque<>();
    private final Map<PhotoId, RuntimeException> unreadable = new HashMap<>();
    private boolean conditionalWrites = true;
    private int reads;
    private int writes;

    public void put(PhotoId photoId, byte[] bytes) {
        String etag = "\"" + Integer.toHexString(Arrays.hashCode(bytes)) + "\"";
        objects.put(
                photoId,
                new StoredPhoto(new ObjectVersion(photoId, etag, null, bytes.length, Map.of(), Instant.EPOCH), bytes));
        tags.remove(photoId);
    }

    public void delete(PhotoId photoId) {
        objects.remove(photoId);
        tags.remove(photoId);
    }

    /** Everything that lies here. */
    public List<ObjectVersion> versions() {
        return objects.values().stream().map(StoredPhoto::version).toList();
    }

    /** Our tags of an object, without prefix. */
    public Map<String, String> tags(PhotoId photoId) {
        return tags.getOrDefault(photoId, Map.of());
    }

    /** How many times a photo was asked for. */
    public int reads() {
        return reads;
    }

    /** How many writes changed an object. */
    public int writes() {
        return writes;
    }

    /** Happens once, between the reading of a photo and the write of its tags. */
    public void beforeNextWrite(Runnable interruption) {
        beforeWrites.add(interruption);
    }

    /** The next call fails. */
    public void failNext(RuntimeException failure) {
        failures.add(failure);
    }

    /** Reading that photo fails from now on. */
    public void failAlways(PhotoId photoId, RuntimeException failure) {
        unreadable.put(photoId, failure);
    }

    /** Reading that photo succeeds again. */
    public void failNoMore(PhotoId photoId) {
        unreadable.remove(photoId);
    }

    /** From now on writes land on whatever lies there, as PutObjectTagging does. */
    public void writeUnconditionally() {
        conditionalWrites = false;
    }

    @Override
    public Uni<StoredPhoto> fetch(PhotoId photoId) {
        return read(photoId)
                .onFailure(failure -> failure instanceof HangtagException refused && isForGood(refused))
                .transform(failure ->
                        new RefusedPhotoException(objects.get(photoId).version(), (HangtagException) failure));
    }

    private static boolean isForGood(HangtagException failure) {
        return !failure.code().isTransient() && failure.code() != ErrorCode.NOT_FOUND;
    }

    private Uni<StoredPhoto> read(PhotoId photoId) {
        return call(() -> {
            reads++;
            Optional.ofNullable(unreadable.get(photoId)).ifPresent(failure -> {
                throw failure;
            });
            return Optional.ofNullable(objects.get(photoId))
                    .orElseThrow(() -> new HangtagException(ErrorCode.NOT_FOUND, photoId + " is not there"));
        });
    }

    @Override
    public Uni<Optional<ObjectVersion>> describe(PhotoId photoId) {
        return call(() -> Optional.ofNullable(objects.get(photoId)).map(StoredPhoto::version));
    }

    @Override
    public Uni<ObjectLabels> labels(PhotoId photoId) {
        return call(() -> Optional.ofNullable(objects.get(photoId))
                .map(photo -> new ObjectLabels(tags(photoId), photo.version().metadata()))
                .orElseThrow(() -> new HangtagException(ErrorCode.NOT_FOUND, photoId + " is not there")));
    }

    @Override
    public Uni<WriteResult> write(ObjectVersion version, TagSet tagSet) {
        return call(() -> {
            Optional.ofNullable(beforeWrites.poll()).ifPresent(Runnable::run);
            StoredPhoto present = objects.get(version.photoId());
            if (present == null
                    || conditionalWrites && !present.version().etag().equals(version.etag())) {
                return WriteResult.superseded();
            }
            if (tagSet.fields().equals(tags(version.photoId()))) {
                return WriteResult.unchanged(present.version(), List.of());
            }
            tags.put(version.photoId(), tagSet.fields());
            writes++;
            return WriteResult.written(present.version(), List.of());
        });
    }

    private <T> Uni<T> call(Supplier<T> call) {
        return Uni.createFrom().item(() -> {
            RuntimeException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            return call.get();
        });
    }
}
