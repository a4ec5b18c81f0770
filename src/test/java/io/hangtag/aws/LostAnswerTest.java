package io.hangtag.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.faults.Fault;
import io.hangtag.faults.FaultProxy;
import io.hangtag.job.Job;
import io.hangtag.job.JobRequest;
import io.hangtag.job.JobRunner;
import io.hangtag.job.Jobs;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
import io.hangtag.tagging.Sequencer;
import io.hangtag.testing.LocalAwsExtension;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Commits that take effect while their answer is lost, upon which the SDK makes the call again. */
class LostAnswerTest {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    private static final String TABLE = "hangtag-catalog";

    private final AtomicBoolean losing = new AtomicBoolean();
    private FaultProxy proxy;
    private DynamoDbClient dynamoDb;

    @BeforeEach
    void standBetween() throws IOException {
        proxy = new FaultProxy(AWS.endpoints().dynamodb(), 2_000);
        proxy.disturb(
                call -> call.name().equals("PutItem") && losing.getAndSet(false) ? Fault.ANSWER_LOST : Fault.NONE);
        dynamoDb = DynamoDbClient.builder()
                .region(Region.US_EAST_1)
                .endpointOverride(proxy.endpoint())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("hangtag", "hangtag")))
                .build();
    }

    @AfterEach
    void stepAside() {
        dynamoDb.close();
        proxy.close();
    }

    @Test
    void aPhotosOwnCommitIsNotTakenForAnothers() {
        // given
        DynamoCatalogStore store = new DynamoCatalogStore(
                dynamoDb, TABLE, new ItemCodec(Duration.ofDays(30)), Clock.systemUTC(), Runnable::run);
        CatalogItem tombstone = tombstone(new PhotoId("shop-" + UUID.randomUUID(), "uploads/a.png"));

        // when
        losing.set(true);
        boolean committed = await(store.commit(tombstone));

        // then
        assertThat(committed).isTrue();
        assertThat(proxy.reached("PutItem")).as("the SDK made the call again").isEqualTo(2);
        assertThat(await(store.find(tombstone.photoId()))).contains(tombstone);
    }

    @Test
    void aJobsOwnCommitIsNotTakenForAnothers() {
        // given
        DynamoJobStore store = new DynamoJobStore(dynamoDb, TABLE, Runnable::run);
        Jobs jobs = new Jobs(store, Clock.systemUTC());

        // when the answers to its creation and to its end are lost
        losing.set(true);
        Job created = await(jobs.create(JobRequest.backfill("shop", "uploads/", "ada", JobRunner.SERVICE), null));
        losing.set(true);
        Job cancelled = await(jobs.cancel(created.jobId())).orElseThrow();

        // then each was written once
        assertThat(proxy.reached("PutItem")).as("the SDK made both calls again").isEqualTo(4);
        assertThat(cancelled.revision()).isEqualTo(2);
        assertThat(await(store.find(created.jobId()))).hasValueSatisfying(stored -> {
            assertThat(stored.revision()).isEqualTo(2);
            assertThat(stored.state()).isEqualTo(cancelled.state());
        });
    }

    private static CatalogItem tombstone(PhotoId photoId) {
        return new CatalogItem(
                photoId,
                1,
                Sequencer.of("A1"),
                PhotoState.REMOVED,
                null,
                null,
                null,
                Instant.parse("2026-11-22T12:00:00.120Z"),
                null,
                List.of(),
                null,
                List.of());
    }

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }
}
