package io.hangtag.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hangtag.error.ErrorCode;
import io.hangtag.job.Job;
import io.hangtag.job.JobCounts;
import io.hangtag.job.JobPosition;
import io.hangtag.job.JobRequest;
import io.hangtag.job.JobRunner;
import io.hangtag.job.JobState;
import io.hangtag.job.PhotoListing;
import io.hangtag.job.WalkPage;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.FoundPhoto;
import io.hangtag.tagging.PhotoId;
import io.hangtag.testing.LocalAwsExtension;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Jobs and their listing of the bucket, against real protocol endpoints. */
class DynamoJobStoreTest {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    private static final String TABLE = "hangtag-catalog";
    private static final String BUCKET = "hangtag-photos";
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.120Z");

    private final DynamoDbClient dynamoDb = AWS.clients().dynamodb();
    private final DynamoJobStore store = new DynamoJobStore(dynamoDb, TABLE, Runnable::run);

    @Test
    void readsWhatItWrote() {
        Job retag = job(
                "20260301T120000Z-" + UUID.randomUUID(),
                1,
                JobRequest.retag(
                                BUCKET,
                                Map.of("model", List.of("clothing-73@0.1.0", "clothing-73@0.1.1"), "state", List.of()),
                                "ada",
                                JobRunner.SERVICE)
                        .withRate(0.25),
                JobState.RUNNING,
                4711L,
                new CatalogItem.Failure(ErrorCode.STORE_UNAVAILABLE, "S3 is down"));
        Job backfill = job(
                "20260301T120000Z-" + UUID.randomUUID(),
                1,
                JobRequest.backfill(BUCKET, "", "bob", JobRunner.COMMAND_LINE),
                JobState.DONE,
                null,
                null);

        assertThat(await(store.commit(retag))).isTrue();
        assertThat(await(store.commit(backfill))).isTrue();

        assertThat(await(store.find(retag.jobId()))).contains(retag);
        assertThat(await(store.find(backfill.jobId()))).contains(backfill);
        assertThat(await(store.find("20260301T120000Z-none"))).isEmpty();
    }

    @Test
    void writesOnlyOverTheRevisionThatWasRead() {
        String jobId = "20260301T120001Z-" + UUID.randomUUID();
        assertThat(await(store.commit(queued(jobId, 1)))).isTrue();

        assertThat(await(store.commit(running(jobId, 1, "another")))).isFalse();
        assertThat(await(store.commit(running(jobId, 3, "somebody")))).isFalse();
        assertThat(await(store.commit(running(jobId, 2, "somebody")))).isTrue();
        assertThat(await(store.commit(running(jobId, 2, "another"))))
                .as("the same step by another")
                .isFalse();
        assertThat(await(store.commit(queued(jobId, 1))))
                .as("one that was overtaken")
                .isFalse();
    }

    @Test
    void listsTheNewestFirst() {
        for (int second = 10; second < 13; second++) {
            await(store.commit(queued("29990301T1200%dZ-00000000".formatted(second), 1)));
        }

        assertThat(await(store.newest(2)))
                .extracting(Job::jobId)
                .containsExactly("29990301T120012Z-00000000", "29990301T120011Z-00000000");
    }

    @Test
    void isInNoIndexThatListsPhotosAndGoesSomeTimeAfterItsEnd() {
        // given a job of every state
        for (JobState state : JobState.values()) {
            await(store.commit(job(
                    "20260301T120002Z-" + state.wireName(),
                    1,
                    JobRequest.backfill(BUCKET, "", "bob", JobRunner.SERVICE),
                    state,
                    null,
                    null)));
            // then
            Map<String, AttributeValue> item = dynamoDb.getItem(request -> request.tableName(TABLE)
                            .key(Map.of("photoId", AttributeValue.fromS("job:20260301T120002Z-" + state.wireName()))))
                    .item();
            assertThat(item).doesNotContainKeys("bucket", "class", "state", "confidence", "taggedAt");
            assertThat(item.containsKey("expiresAt")).isEqualTo(state.isFinal());
        }
    }

    @Test
    void aPageOfAHundredOfTheLongestKeysFitsIntoAnItem() {
        List<FoundPhoto> page = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            page.add(new FoundPhoto(new PhotoId(BUCKET, "k".repeat(1020) + "%04d".formatted(i)), "\"e\"", NOON));
        }
        Job job = queued("20260301T120003Z-long", 1);
        Job planned = new Job(
                job.jobId(),
                1,
                job.request(),
                JobState.RUNNING,
                NOON,
                NOON,
                null,
                JobCounts.NONE,
                new JobPosition(1, page, "k".repeat(1024), 0, "test"),
                null);

        assertThat(await(store.commit(planned))).isTrue();
        assertThat(await(store.find(job.jobId()))).contains(planned);
    }

    @Test
    void listsTheBucketInTheOrderOfItsKeysWithoutFolders() {
        // given
        for (String key : List.of("list/b c+.png", "list/a.png", "list/folder/", "list/ä.png", "other/z.png")) {
            AWS.clients().s3().putObject(request -> request.bucket(BUCKET).key(key), RequestBody.fromString(key));
        }
        PhotoListing listing = new S3PhotoListing(AWS.clients().s3(), Runnable::run);

        // when
        List<FoundPhoto> found = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            WalkPage page = await(listing.list(BUCKET, "list/", cursor, 2));
            found.addAll(page.photos());
            cursor = page.cursor();
        } while (cursor.isPresent());

        // then
        assertThat(found)
                .extracting(photo -> photo.photoId().key())
                .containsExactly("list/a.png", "list/b c+.png", "list/ä.png");
        assertThat(found).allSatisfy(photo -> {
            assertThat(photo.etag())
                    .isEqualTo(AWS.clients()
                            .s3()
                            .headObject(request ->
                                    request.bucket(BUCKET).key(photo.photoId().key()))
                            .eTag());
            assertThat(photo.lastModified()).isCloseTo(Instant.now(), within(5, ChronoUnit.MINUTES));
        });
    }

    private static Job queued(String jobId, long revision) {
        return job(
                jobId,
                revision,
                JobRequest.backfill(BUCKET, "uploads/", "ada", JobRunner.SERVICE),
                JobState.QUEUED,
                null,
                null);
    }

    private static Job running(String jobId, long revision, String steppedBy) {
        Job queued = queued(jobId, revision);
        JobPosition at = queued.position();
        return new Job(
                jobId,
                revision,
                queued.request(),
                JobState.RUNNING,
                queued.createdAt(),
                queued.updatedAt(),
                queued.total(),
                queued.counts(),
                new JobPosition(at.step(), at.page(), at.cursor(), at.attempt(), steppedBy),
                queued.error());
    }

    private static Job job(
            String jobId, long revision, JobRequest request, JobState state, Long total, CatalogItem.Failure error) {
        return new Job(
                jobId,
                revision,
                request,
                state,
                NOON,
                NOON.plusMillis(1),
                total,
                new JobCounts(10, 5, 3, 2),
                new JobPosition(
                        3,
                        List.of(new FoundPhoto(new PhotoId(BUCKET, "uploads/ä b+c.jpg"), "\"e\"", NOON)),
                        state == JobState.DONE ? null : "uploads/ä b+c.jpg",
                        1,
                        "somebody"),
                error);
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
