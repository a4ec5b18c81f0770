package io.hangtag.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.model.ModelVersion;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.Naming;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoLabeller;
import io.hangtag.testing.ClassifierExtension;
import io.hangtag.testing.TestClassifiers;
import io.hangtag.testing.TestPictures;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetagTest {
    private static final ModelVersion OLDER = ModelVersion.parse("primary-colors@1.0.0");
    private static final ModelVersion OTHER = ModelVersion.parse("pastels@3.0.0");

    @RegisterExtension
    static final ClassifierExtension MODEL = new ClassifierExtension();

    private final JobFixture shop = new JobFixture(MODEL.classifier());

    @Test
    void takesThePhotosOfAModelVersion() throws InterruptedException {
        // given
        PhotoId older = answeredBy("uploads/older.png", OLDER);
        PhotoId other = answeredBy("uploads/other.png", OTHER);
        PhotoId served = shop.tagged("uploads/served.png", TestPictures.RED_SHIRT);
        PhotoId never = shop.put("uploads/never.png", TestPictures.RED_SHIRT);

        // when
        Job job = shop.run(retag(Map.of("model", List.of(OLDER.toString()))), 10);

        // then
        assertThat(job.counts()).isEqualTo(new JobCounts(1, 1, 0, 0));
        assertThat(shop.item(older).model())
                .isEqualTo(MODEL.classifier().modelPackage().version());
        assertThat(shop.item(older).revision()).isEqualTo(3);
        assertThat(shop.item(other).model()).isEqualTo(OTHER);
        assertThat(shop.item(served).revision()).isEqualTo(1);
        assertThat(shop.catalog.item(never)).isEmpty();
    }

    @Test
    void withoutAFilterTakesAllAndLeavesThoseOfTheModelThatServes() throws InterruptedException {
        // given
        answeredBy("uploads/older.png", OLDER);
        answeredBy("uploads/other.png", OTHER);
        PhotoId served = shop.tagged("uploads/served.png", TestPictures.RED_SHIRT);

        // when
        Job job = shop.run(retag(Map.of()), 2);
        Job again = shop.run(retag(Map.of()), 2);

        // then
        assertThat(job.counts()).isEqualTo(new JobCounts(3, 2, 1, 0));
        assertThat(shop.item(served).revision()).isEqualTo(1);
        assertThat(again.counts()).isEqualTo(new JobCounts(3, 0, 3, 0));
    }

    @Test
    void correctionsStay() throws InterruptedException {
        // given a photo that a person named
        PhotoId photo = answeredBy("uploads/named.png", OLDER);
        PhotoLabeller labeller = new PhotoLabeller(
                shop.photos, shop.catalog, TestClassifiers.photoClassifier(MODEL.classifier()), shop.clock);
        labeller.name(photo, shop.item(photo).revision(), new Naming("yellow-dress", "ada", "it is a dress"))
                .await()
                .indefinitely();

        // when
        Job job = shop.run(retag(Map.of()), 10);

        // then the model's answer is new and the person's stands
        CatalogItem item = shop.item(photo);
        assertThat(job.counts()).isEqualTo(new JobCounts(1, 1, 0, 0));
        assertThat(item.model()).isEqualTo(MODEL.classifier().modelPackage().version());
        assertThat(item.human().classId()).isEqualTo("yellow-dress");
        assertThat(shop.photos.tags(photo)).containsEntry("class", "yellow-dress");
    }

    @Test
    void filterThatMatchesFewStepsOverTheRest() throws InterruptedException {
        // given many photos of the model that serves and one of another
        for (int i = 0; i < 60; i++) {
            shop.tagged("uploads/%02d.png".formatted(i), TestPictures.RED_SHIRT);
        }
        answeredBy("uploads/99.png", OTHER);

        // when
        Job job = shop.run(retag(Map.of("model", List.of(OTHER.toString()))), 5);

        // then one step found it, one handled it
        assertThat(job.counts()).isEqualTo(new JobCounts(1, 1, 0, 0));
        assertThat(job.revision()).isEqualTo(3);
    }

    @Test
    void takesWhatTheListingWouldShowUnderTheSameFilter() throws InterruptedException {
        // given
        PhotoId unsure = answeredBy("uploads/Unsure.png", OLDER, TestPictures.SOME_SHIRT);
        PhotoId sure = answeredBy("uploads/sure.png", OLDER, TestPictures.RED_SHIRT);
        PhotoId other = answeredBy("uploads/unsure-too.png", OLDER, TestPictures.SOME_SHIRT);

        // when
        Job job = shop.run(retag(Map.of("state", List.of("needs-review", "failed"), "text", List.of("/uNSURE."))), 10);

        // then
        assertThat(job.counts()).isEqualTo(new JobCounts(1, 1, 0, 0));
        assertThat(shop.item(unsure).model()).isNotEqualTo(OLDER);
        assertThat(List.of(sure, other))
                .allSatisfy(photo -> assertThat(shop.item(photo).model()).isEqualTo(OLDER));
    }

    @ParameterizedTest
    @CsvSource({
        "state, tagged, true",
        "state, failed, false",
        "class, red-shirt, true",
        "class, green-shirt, false",
        "garment, Shirt, true",
        "audience, women, false",
        "model, primary-colors@1.2.0, true",
        "minConfidence, 0.9, true",
        "maxConfidence, 0.9, false",
        "text, RED, true",
        "text, blue, false",
        "uploadedFrom, 1970-01-01T00:00:00Z, true",
        "uploadedTo, 1970-01-01T00:00:00Z, false",
    })
    void readsTheNamesOfTheListing(String name, String value, boolean matches) {
        // given a red shirt, uploaded when time began
        PhotoId photo = shop.tagged("uploads/red.png", TestPictures.RED_SHIRT);

        // when
        ItemFilter filter =
                new CatalogItemFilters(MODEL.classifier().modelPackage().taxonomy()).read(Map.of(name, List.of(value)));

        // then
        assertThat(filter.matches(shop.item(photo))).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "colour, red",
        "state, removed",
        "state, lost",
        "model, clothing",
        "minConfidence, high",
        "minConfidence, 2",
        "uploadedFrom, noon"
    })
    void refusesAFilterThatIsNone(String name, String value) {
        CatalogItemFilters filters =
                new CatalogItemFilters(MODEL.classifier().modelPackage().taxonomy());

        assertThatThrownBy(() -> filters.read(Map.of(name, List.of(value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContainingAny("Exception", "For input");
    }

    private PhotoId answeredBy(String key, ModelVersion model) {
        return answeredBy(key, model, TestPictures.RED_SHIRT);
    }

    private PhotoId answeredBy(String key, ModelVersion model, Color color) {
        PhotoId photo = shop.tagged(key, color);
        CatalogItem item = shop.item(photo);
        CatalogItem before = new CatalogItem(
                photo,
                item.revision() + 1,
                item.sequencer(),
                item.state(),
                item.content(),
                item.decision(),
                model,
                item.taggedAt(),
                null,
                List.of(),
                null,
                List.of());
        assertThat(shop.catalog.commit(before).await().indefinitely()).isTrue();
        return photo;
    }

    private static JobRequest retag(Map<String, List<String>> filter) {
        return JobRequest.retag(JobFixture.BUCKET, filter, "ada", JobRunner.COMMAND_LINE);
    }
}
