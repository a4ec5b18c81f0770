package io.hangtag.lambda;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoStore;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * What has to be in place before a function can handle an event: model, table, bucket. The stores are asked while the model
 * loads, by the calls that events make too, so that no further permission is needed and the connections are there afterwards.
 */
final class StartChecks {
    private static final String LAYER = "is the model layer attached to the function, for its architecture?";
    private static final String TABLE_ACTIONS = "dynamodb:GetItem and dynamodb:PutItem";
    // Without ListBucket S3 answers 403 for an object that is not there.
    private static final String BUCKET_ACTIONS = "s3:GetObject and s3:ListBucket";

    private final Supplier<PhotoClassifier> classifier;
    private final Supplier<CatalogStore> catalog;
    private final Supplier<PhotoStore> photos;
    private final String table;
    private final PhotoId probe;

    /**
     * Checks of one deployment. What is given as a supplier may fail to be created, which is then the fault.
     *
     * @param table name of the catalog table
     * @param probe of the photo bucket; need not be there
     */
    StartChecks(
            Supplier<PhotoClassifier> classifier,
            Supplier<CatalogStore> catalog,
            Supplier<PhotoStore> photos,
            String table,
            PhotoId probe) {
        this.classifier = classifier;
        this.catalog = catalog;
        this.photos = photos;
        this.table = table;
        this.probe = probe;
    }

    /** The first thing that is wrong, in one line that names its setting and what to do; empty if nothing is. */
    Optional<String> fault() {
        CompletableFuture<Optional<String>> stores = Uni.combine()
                .all()
                .unis(tableFault(), bucketFault())
                .with((ofTable, ofBucket) -> ofTable.or(() -> ofBucket))
                .subscribeAsCompletionStage();
        return modelFault().or(stores::join);
    }

    private Optional<String> modelFault() {
        try {
            classifier.get();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(line(e, LAYER));
        }
    }

    private Uni<Optional<String>> tableFault() {
        return fault(
                Uni.createFrom().deferred(() -> catalog.get().find(probe)),
                "hangtag.catalog.table is '%s'".formatted(table),
                TABLE_ACTIONS);
    }

    private Uni<Optional<String>> bucketFault() {
        return fault(
                Uni.createFrom().deferred(() -> photos.get().describe(probe)),
                "hangtag.photos.bucket is '%s'".formatted(probe.bucket()),
                BUCKET_ACTIONS);
    }

    private static Uni<Optional<String>> fault(Uni<?> call, String setting, String actions) {
        return call.map(answer -> Optional.<String>empty())
                .onFailure()
                .recoverWithItem(failure -> Optional.of(line(failure, setting + remedy(failure, actions))));
    }

    private static String remedy(Throwable failure, String actions) {
        boolean refused =
                failure instanceof HangtagException translated && translated.code() == ErrorCode.ACCESS_DENIED;
        return refused ? ", on which the function's role needs " + actions : "";
    }

    private static String line(Throwable failure, String remedy) {
        HangtagException known = known(failure);
        String fault = known == null ? failure.toString() : known.code() + ": " + known.getMessage();
        return (fault + " (" + remedy + ")").replaceAll("\\s*\\R\\s*", " ");
    }

    /** The failure itself or what it wraps: the bean container wraps what a producer throws. */
    private static HangtagException known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HangtagException found) {
                return found;
            }
        }
        return null;
    }
}
