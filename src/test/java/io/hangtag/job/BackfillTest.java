package io.hangtag.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoEvent;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
import io.hangtag.tagging.Sequencer;
import io.hangtag.testing.ClassifierExtension;
import io.hangtag.testing.TestPictures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BackfillTest {
    @RegisterExtension
    static final ClassifierExtension MODEL = new ClassifierExtension();

    private final JobFixture shop = new JobFixture(MODEL.classifier());

    @Test
    void tagsWhatWasNeverProcessedAndLeavesTheRest() throws InterruptedException {
        // given photos with every kind of past
        PhotoId never = shop.put("uploads/never.png", TestPictures.RED_SHIRT);
        PhotoId answered = shop.tagged("uploads/answered.png", TestPictures.GREEN_SHIRT);
        PhotoId unsure = shop.tagged("uploads/unsure.png", TestPictures.SOME_SHIRT);
        PhotoId unreadable = shop.putBroken("uploads/unreadable.png");
        shop.handled(unreadable, "1");
        PhotoId overwritten = shop.tagged("uploads/overwritten.png", TestPictures.BLUE_JEANS);
        shop.put("uploads/overwritten.png", TestPictures.RED_SHIRT);
        PhotoId elsewhere = shop.put("private/never.png", TestPictures.RED_SHIRT);

        // when
        Job job = shop.run(backfill("uploads/"), 2);

        // then
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.counts()).isEqualTo(new JobCounts(5, 2, 3, 0));
        assertThat(shop.item(never).decision().classId()).isEqualTo("red-shirt");
        assertThat(shop.photos.tags(never)).containsEntry("class", "red-shirt");
        assertThat(shop.item(overwritten).decision().classId()).isEqualTo("red-shirt");
        assertThat(List.of(answered, unsure, unreadable))
                .allSatisfy(photo -> assertThat(shop.item(photo).revision()).isEqualTo(1));
        assertThat(shop.catalog.item(elsewhere)).isEmpty();
    }

    @Test
    void countsWhatCannotBeReadAndDoesNotTakeItAgain() throws InterruptedException {
        // given
        shop.putBroken("uploads/broken.png");
        shop.put("uploads/red.png", TestPictures.RED_SHIRT);

        // when
        Job first = shop.run(backfill("uploads/"), 10);
        Job second = shop.run(backfill("uploads/"), 10);

        // then
        assertThat(first.counts()).isEqualTo(new JobCounts(2, 1, 0, 1));
        assertThat(second.counts()).isEqualTo(new JobCounts(2, 0, 2, 0));
    }

    @Test
    void bringsBackWhatATombstoneStandsFor() throws InterruptedException {
        // given a photo that was deleted and uploaded again, the second event of which is lost
        PhotoId photo = shop.tagged("uploads/back.png", TestPictures.GREEN_SHIRT);
        shop.photos.delete(photo);
        shop.tagger(shop.photos, shop.catalog)
                .handle(new PhotoEvent(PhotoEvent.Kind.REMOVED, photo, Sequencer.of("2")))
                .await()
                .indefinitely();
        shop.put("uploads/back.png", TestPictures.RED_SHIRT);

        // when
        shop.run(backfill("uploads/"), 10);

        // then it is there, and the late event is still new
        assertThat(shop.item(photo).state()).isEqualTo(PhotoState.TAGGED);
        assertThat(shop.item(photo).sequencer()).isEqualTo(Sequencer.of("2"));
    }

    @Test
    void doesNoHarmToAPhotoThatIsUploadedMeanwhile() throws InterruptedException {
        // given a photo that is overwritten between the reading of its first content and the write of its tags
        PhotoId photo = shop.put("uploads/busy.png", TestPictures.RED_SHIRT);
        shop.photos.beforeNextWrite(() -> {
            shop.put("uploads/busy.png", TestPictures.GREEN_SHIRT);
            shop.handled(photo, "7");
        });

        // when
        Job job = shop.run(backfill("uploads/"), 10);

        // then
        assertThat(job.counts()).isEqualTo(new JobCounts(1, 1, 0, 0));
        assertThat(shop.item(photo).decision().classId()).isEqualTo("green-shirt");
        assertThat(shop.item(photo).sequencer()).isEqualTo(Sequencer.of("7"));
        assertThat(shop.photos.tags(photo)).containsEntry("class", "green-shirt");
    }

    @Test
    void photosThatGoWhileItRunsAreLeftAlone() throws InterruptedException {
        // given a page that is planned, one photo of which is deleted then
        PhotoId gone = shop.put("uploads/gone.png", TestPictures.RED_SHIRT);
        shop.put("uploads/stays.png", TestPictures.RED_SHIRT);
        Job job = shop.created(backfill("uploads/"));
        JobEngine engine = shop.engine(10);
        shop.step(engine, job.jobId());
        shop.photos.delete(gone);

        // when
        Job done = shop.loop(10).run(shop.stored(job.jobId()), step -> {});

        // then
        assertThat(done.counts()).isEqualTo(new JobCounts(2, 1, 1, 0));
        assertThat(shop.catalog.item(gone)).isEmpty();
    }

    @Test
    void anEmptyBucketIsDoneAtOnce() throws InterruptedException {
        Job job = shop.run(backfill("uploads/"), 10);

        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.counts()).isEqualTo(JobCounts.NONE);
        assertThat(job.revision()).isEqualTo(2);
    }

    @Test
    void aPhotoThatNoStoreGivesIsTriedAgainAndGivenUpInTheEnd() throws InterruptedException {
        // given one of two photos that the store refuses whenever it is read
        PhotoId refused = shop.put("uploads/a-refused.png", TestPictures.RED_SHIRT);
        PhotoId other = shop.put("uploads/b-other.png", TestPictures.RED_SHIRT);
        shop.photos.failAlways(refused, new HangtagException(ErrorCode.ACCESS_DENIED, "no key for it"));
        List<CatalogItem.Failure> said = new ArrayList<>();

        // when
        Job job = shop.loop(10).run(shop.created(backfill("uploads/")), step -> said.add(step.error()));

        // then
        assertThat(job.state()).isEqualTo(JobState.DONE);
        assertThat(job.counts()).isEqualTo(new JobCounts(2, 1, 0, 1));
        assertThat(said).filteredOn(error -> error != null).hasSize(JobEngine.ATTEMPTS - 1);
        assertThat(shop.item(other).revision()).isEqualTo(1);
        assertThat(shop.catalog.item(refused)).as("is missing as before").isEmpty();
    }

    @Test
    void failsWhereNoPhotoCanBeReadAndIsTakenUpLater() throws InterruptedException {
        // given a store that is down
        PhotoId photo = shop.put("uploads/a.png", TestPictures.RED_SHIRT);
        shop.photos.failAlways(photo, new HangtagException(ErrorCode.STORE_UNAVAILABLE, "down"));

        // when
        Job failed = shop.run(backfill("uploads/"), 10);

        // then
        assertThat(failed.state()).isEqualTo(JobState.FAILED);
        assertThat(failed.error()).isEqualTo(new CatalogItem.Failure(ErrorCode.STORE_UNAVAILABLE, "down"));
        assertThat(failed.counts()).isEqualTo(JobCounts.NONE);

        // when it is up again
        shop.photos.failNoMore(photo);
        Job resumed = shop.jobs.resume(failed.jobId()).await().indefinitely().orElseThrow();
        Job done = shop.loop(10).run(resumed, step -> {});

        // then
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(done.counts()).isEqualTo(new JobCounts(1, 1, 0, 0));
        assertThat(done.error()).isNull();
    }

    private static JobRequest backfill(String prefix) {
        return JobRequest.backfill(JobFixture.BUCKET, prefix, "ada", JobRunner.COMMAND_LINE);
    }
}
