package io.hangtag.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.model.Classifier;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoStore;
import io.hangtag.testing.FailingCatalogStore;
import io.hangtag.testing.InMemoryCatalogStore;
import io.hangtag.testing.InMemoryPhotoStore;
import io.hangtag.testing.TestClassifiers;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StartChecksTest {
    private static final Classifier CLASSIFIER = TestClassifiers.primaryColors();
    private static final PhotoClassifier LOADED = TestClassifiers.photoClassifier(CLASSIFIER);

    private final InMemoryPhotoStore photos = new InMemoryPhotoStore();
    private final InMemoryCatalogStore catalog = new InMemoryCatalogStore();

    @AfterAll
    static void close() {
        CLASSIFIER.close();
    }

    @Test
    void findNothingWhereModelTableAndBucketAnswer() {
        assertThat(fault(() -> LOADED, () -> catalog, () -> photos)).isEmpty();
    }

    @Test
    void askForTheLayerWhereTheModelIsRefused() {
        HangtagException missing =
                new HangtagException(ErrorCode.MODEL_REFUSED, "There is no model package 'clothing-73' in /opt/models");

        Optional<String> fault = fault(() -> failing(missing), () -> catalog, () -> photos);

        assertThat(fault)
                .contains("MODEL_REFUSED: There is no model package 'clothing-73' in /opt/models"
                        + " (is the model layer attached to the function, for its architecture?)");
    }

    @Test
    void findTheRefusalThatTheBeanContainerWrapped() {
        HangtagException missing = new HangtagException(ErrorCode.MODEL_REFUSED, "no package");

        Optional<String> fault =
                fault(() -> failing(new IllegalStateException("bean", missing)), () -> catalog, () -> photos);

        assertThat(fault.orElseThrow()).startsWith("MODEL_REFUSED: no package");
    }

    @Test
    void nameTheSettingOfATableThatDoesNotExist() {
        CatalogStore broken = new FailingCatalogStore(
                new HangtagException(ErrorCode.STORE_UNAVAILABLE, "The catalog table does not exist"));

        assertThat(fault(() -> LOADED, () -> broken, () -> photos))
                .contains(
                        "STORE_UNAVAILABLE: The catalog table does not exist (hangtag.catalog.table is 'shop-catalog')");
    }

    @Test
    void nameThePermissionsThatTheTableNeeds() {
        CatalogStore closed = new FailingCatalogStore(new HangtagException(ErrorCode.ACCESS_DENIED, "not authorized"));

        assertThat(fault(() -> LOADED, () -> closed, () -> photos))
                .contains("ACCESS_DENIED: not authorized (hangtag.catalog.table is 'shop-catalog', on which the"
                        + " function's role needs dynamodb:GetItem and dynamodb:PutItem)");
    }

    @Test
    void nameThePermissionsThatTheBucketNeeds() {
        photos.failNext(new HangtagException(ErrorCode.ACCESS_DENIED, "Access denied"));

        assertThat(fault(() -> LOADED, () -> catalog, () -> photos))
                .contains("ACCESS_DENIED: Access denied (hangtag.photos.bucket is 'shop', on which the function's"
                        + " role needs s3:GetObject and s3:ListBucket)");
    }

    @Test
    void sayInOneLineWhatTheSdkSaysInSeveral() {
        Optional<String> fault = fault(
                () -> LOADED,
                () -> failing(new IllegalStateException("no region:\n  not here\n  not there")),
                () -> photos);

        assertThat(fault.orElseThrow())
                .contains("no region: not here not there", "hangtag.catalog.table")
                .doesNotContain("\n");
    }

    @Test
    void sayFirstWhatIsWrongWithTheModelWhereEverythingIsWrong() {
        HangtagException refused = new HangtagException(ErrorCode.MODEL_REFUSED, "no package");
        CatalogStore broken = new FailingCatalogStore(new HangtagException(ErrorCode.STORE_UNAVAILABLE, "no table"));

        assertThat(fault(() -> failing(refused), () -> broken, () -> photos).orElseThrow())
                .startsWith("MODEL_REFUSED");
    }

    private static Optional<String> fault(
            Supplier<PhotoClassifier> classifier, Supplier<CatalogStore> catalog, Supplier<PhotoStore> photos) {
        return new StartChecks(classifier, catalog, photos, "shop-catalog", new PhotoId("shop", "uploads/.start"))
                .fault();
    }

    private static <T> T failing(RuntimeException failure) {
        throw failure;
    }
}
