package io.hangtag.aws;

import io.hangtag.config.HangtagConfig.MetadataWrite;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.ImageLimits;
import io.hangtag.tagging.ObjectLabels;
import io.hangtag.tagging.ObjectVersion;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoStore;
import io.hangtag.tagging.StoredPhoto;
import io.hangtag.tagging.TagSet;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/** Photos in S3. The client blocks, so every call runs on the given executor. */
public final class S3PhotoStore implements PhotoStore {
    private final S3Client s3;
    private final BlockingCalls calls;
    private final ObjectReader reader;
    private final ImageLimits limits;
    private final Consumer<byte[]> beginnings;
    private final StoreFailures failures = new StoreFailures();
    private final ObjectTagger tagger;

    /** A store that refuses photos by their length alone. */
    public S3PhotoStore(S3Client s3, ImageLimits limits, MetadataWrite write, Executor executor) {
        this(s3, limits, beginning -> {}, write, executor);
    }

    /**
     * A store.
     *
     * @param limits hold for lengths
     * @param beginnings refuses a large file by its first bytes, with a {@link io.hangtag.error.HangtagException}
     * @param write what is written to objects
     * @param executor for calls, which block
     */
    public S3PhotoStore(
            S3Client s3, ImageLimits limits, Consumer<byte[]> beginnings, MetadataWrite write, Executor executor) {
        this.s3 = s3;
        this.calls = new BlockingCalls(executor);
        this.beginnings = beginnings;
        this.limits = limits;
        this.reader = new ObjectReader(s3, new BucketOwnership(s3, Clock.systemUTC(), calls), calls);
        this.tagger = new ObjectTagger(s3, reader, write, calls);
    }

    @Override
    public Uni<StoredPhoto> fetch(PhotoId photoId) {
        return translated(calls.make(() -> s3.getObject(
                        request -> request.bucket(photoId.bucket()).key(photoId.key()),
                        new PhotoDownload(photoId, limits, beginnings))))
                .onFailure(StoreFailures::isNotFound)
                .transform(failure -> missing(photoId, failure));
    }

    @Override
    public Uni<Optional<ObjectVersion>> describe(PhotoId photoId) {
        return translated(reader.head(photoId)
                        .map(head -> Optional.of(new ObjectVersion(
                                photoId,
                                head.eTag(),
                                head.versionId(),
                                head.contentLength(),
                                head.metadata(),
                                head.lastModified()))))
                .onFailure(StoreFailures::isNotFound)
                .recoverWithItem(Optional.empty());
    }

    @Override
    public Uni<ObjectLabels> labels(PhotoId photoId) {
        return translated(reader.head(photoId)
                        .flatMap(head -> reader.tags(photoId, head.versionId()).map(tags -> labels(head, tags))))
                .onFailure(StoreFailures::isNotFound)
                .transform(failure -> missing(photoId, failure));
    }

    @Override
    public Uni<WriteResult> write(ObjectVersion version, TagSet tags) {
        return translated(tagger.write(version, tags));
    }

    private static HangtagException missing(PhotoId photoId, Throwable failure) {
        return new HangtagException(
                ErrorCode.NOT_FOUND, "There is no object " + photoId + "; was it deleted?", failure);
    }

    private static ObjectLabels labels(HeadObjectResponse head, GetObjectTaggingResponse tags) {
        return new ObjectLabels(
                tags.tagSet().stream().collect(Collectors.toMap(Tag::key, Tag::value)), head.metadata());
    }

    private <T> Uni<T> translated(Uni<T> call) {
        return call.onFailure().transform(failures::translate);
    }
}
