package io.hangtag.tagging;

import io.hangtag.error.HangtagException;
import io.hangtag.image.ImageHeader;
import io.hangtag.model.Decision;
import io.hangtag.model.ModelVersion;
import java.time.Clock;
import java.util.List;

/** Makes catalog items of what happened, each as if it were the first of its photo; {@link ItemRules} sets it in line. */
final class ItemFactory {
    private static final long FIRST = 1;

    private final PhotoClassifier classifier;
    private final Clock clock;

    ItemFactory(PhotoClassifier classifier, Clock clock) {
        this.classifier = classifier;
        this.clock = clock;
    }

    /**
     * The item of a photo that was read: classified, or failed if it cannot be.
     *
     * @throws HangtagException if trying again may help
     */
    CatalogItem answered(PhotoEvent event, StoredPhoto photo) {
        String hash = ContentHash.of(photo.bytes());
        try {
            Classification classification = classifier.classify(photo.bytes());
            PhotoContent content = content(photo.version(), hash, classification.header());
            return item(event, classification.state(), content, classification.decision(), null);
        } catch (HangtagException e) {
            if (e.code().isTransient()) {
                throw e;
            }
            PhotoContent content = new PhotoContent(
                    photo.version().etag(),
                    photo.version().versionId(),
                    hash,
                    photo.version().size(),
                    0,
                    0,
                    null,
                    photo.version().lastModified(),
                    correlationId(photo.version()));
            return item(event, PhotoState.FAILED, content, null, new CatalogItem.Failure(e.code(), e.getMessage()));
        }
    }

    /** The item of a photo that the store refused to give; what it is otherwise, is known. */
    CatalogItem unread(PhotoEvent event, ObjectVersion version, HangtagException failure) {
        PhotoContent content = new PhotoContent(
                version.etag(),
                version.versionId(),
                null,
                version.size(),
                0,
                0,
                null,
                version.lastModified(),
                correlationId(version));
        return item(
                event, PhotoState.FAILED, content, null, new CatalogItem.Failure(failure.code(), failure.getMessage()));
    }

    CatalogItem tombstone(PhotoEvent event) {
        return new CatalogItem(
                event.photoId(),
                FIRST,
                event.sequencer(),
                PhotoState.REMOVED,
                null,
                null,
                null,
                clock.instant(),
                null,
                List.of(),
                null,
                List.of());
    }

    /** The item with what the object became by our write. */
    CatalogItem written(CatalogItem item, ObjectVersion version, PhotoStore.WriteResult result) {
        PhotoContent read = item.content();
        PhotoContent content = new PhotoContent(
                version.etag(),
                version.versionId(),
                read.contentHash(),
                read.size(),
                read.width(),
                read.height(),
                read.contentType(),
                read.uploadedAt(),
                read.correlationId());
        return item.withContent(content).withNotes(result.notes());
    }

    /** The tags that the object of an item has to bear: the person's class where one is in force, none without an answer. */
    TagSet tags(CatalogItem item) {
        ModelVersion model = item.model();
        String hash = item.content().contentHash();
        if (item.human() != null) {
            return TagSet.ofHuman(item.human(), classifier.modelPackage().taxonomy(), model, hash);
        }
        return item.decision() == null ? TagSet.none() : TagSet.of(item.decision(), model, hash);
    }

    /** Whether an object is the content that an item tells of, by its entity tag. */
    boolean isOf(CatalogItem item, ObjectVersion version) {
        return item.content() != null && version.etag().equals(item.content().etag());
    }

    /** Whether an object says to be that content, as our copies do; a merchant may have carried that along to another. */
    boolean claimsToBeOf(CatalogItem item, ObjectVersion version) {
        String hash = item.content() == null ? null : item.content().contentHash();
        return hash != null && hash.equals(version.metadata().get(TagSet.METADATA_PREFIX + TagSet.CONTENT_FIELD));
    }

    /** Whether those bytes are the content that an item tells of. */
    boolean isOf(CatalogItem item, byte[] bytes) {
        return ContentHash.of(bytes).equals(item.content().contentHash());
    }

    private CatalogItem item(
            PhotoEvent event, PhotoState state, PhotoContent content, Decision decision, CatalogItem.Failure failure) {
        return new CatalogItem(
                event.photoId(),
                FIRST,
                event.sequencer(),
                state,
                content,
                decision,
                classifier.model(),
                clock.instant(),
                failure,
                List.of(),
                null,
                List.of());
    }

    private static PhotoContent content(ObjectVersion version, String hash, ImageHeader header) {
        return new PhotoContent(
                version.etag(),
                version.versionId(),
                hash,
                version.size(),
                header.uprightWidth(),
                header.uprightHeight(),
                header.format().contentType(),
                version.lastModified(),
                correlationId(version));
    }

    private static CorrelationId correlationId(ObjectVersion version) {
        return CorrelationId.of(version.metadata().get(CorrelationId.METADATA_FIELD))
                .orElse(null);
    }
}
