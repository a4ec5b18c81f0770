package io.hangtag.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.aws.DynamoCatalogStore;
import io.hangtag.aws.DynamoJobStore;
import io.hangtag.aws.ItemCodec;
import io.hangtag.aws.S3PhotoListing;
import io.hangtag.aws.S3PhotoStore;
import io.hangtag.config.HangtagConfig.MetadataWrite;
import io.hangtag.image.ImageLimits;
import io.hangtag.model.ModelVersion;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.Naming;
import io.hangtag.tagging.PhotoEvent;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoLabeller;
import io.hangtag.tagging.PhotoStore;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.tagging.Sequencer;
import io.hangtag.testing.ClassifierExtension;
import io.hangtag.testing.LocalAwsExtension;
import io.hangtag.testing.SuiteCounts;
import io.hangtag.testing.SuiteSize;
import io.hangtag.testing.TestBucket;
import io.hangtag.testing.TestClassifiers;
import io.hangtag.testing.TestPictures;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A backfill and a re-tag of a whole shop on real protocol endpoints, killed again and again between any two calls. Afterwards
 * each photo was handled exactly once, and the counts say so.
 */
@Tag("backfill")
class BackfillSuiteTest {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    private static final long SEED = 20260301;
    private static final String BUCKET = "hangtag-photos";
    private static final String PREFIX = "uploads/suite/";
    private static final ModelVersion OLDER = ModelVersion.parse("primary-colors@1.0.0");

    private static final int PHOTOS = SuiteSize.current().of(60, 4000);
    private static final int CALLS_BETWEEN_KILLS = SuiteSize.current().of(60, 400);

    @RegisterExtension
    static final ClassifierExtension MODEL = new ClassifierExtension();

    private final Random random = new Random(SEED);
    private final Interruptions interruptions = new Interruptions();
    private final TestBucket bucket = new TestBucket(AWS.aws());
    private final PhotoStore photos = new S3PhotoStore(
            AWS.clients().s3(), new ImageLimits(1_000_000, 1_000_000, 5_000), MetadataWrite.BOTH, Runnable::run);
    private final CatalogStore catalog = new DynamoCatalogStore(
            AWS.clients().dynamodb(),
            "hangtag-catalog",
            new ItemCodec(Duration.ofDays(30)),
            Clock.systemUTC(),
            Runnable::run);
    private final JobStore store = new DynamoJobStore(AWS.clients().dynamodb(), "hangtag-catalog", Runnable::run);
    private final Jobs jobs = new Jobs(store, Clock.systemUTC());
    private int kills;

    @Test
    void everyPhotoIsHandledOnceHoweverOftenTheProcessIsKilled() throws InterruptedException {
        // given a shop of which some photos were processed, with and without an answer, and some cannot be read
        for (int i = 0; i < PHOTOS; i++) {
            put(i);
        }
        int processed = 0;
        for (int i = 0; i < PHOTOS; i += 5) {
            PhotoEvent event = new PhotoEvent(PhotoEvent.Kind.CREATED, photo(i), Sequencer.of("1"));
            tagger(photos, catalog).handle(event).await().indefinitely();
            processed++;
        }

        // when
        long start = System.nanoTime();
        Job backfill = runKilled(JobRequest.backfill(BUCKET, PREFIX, "suite", JobRunner.COMMAND_LINE));
        double backfillSeconds = (System.nanoTime() - start) / 1e9;

        // then
        int broken = (int) count(i -> isBroken(i) && i % 5 != 0);
        assertThat(backfill.state()).isEqualTo(JobState.DONE);
        assertThat(backfill.counts()).isEqualTo(new JobCounts(PHOTOS, PHOTOS - processed - broken, processed, broken));
        int losses = 0;
        int twice = 0;
        for (int i = 0; i < PHOTOS; i++) {
            Optional<CatalogItem> item = find(i);
            boolean whole = item.isPresent()
                    && (isBroken(i)
                            ? item.get().failure() != null
                            : bucket.tags(key(i)).get("hangtag:class") != null
                                    && bucket.metadata(key(i)).get("sku").equals("4711"));
            losses += whole ? 0 : 1;
            twice += item.isPresent() && item.get().revision() > 1 ? 1 : 0;
        }
        assertThat(losses).isZero();
        assertThat(twice).isZero();

        // given a third answered by an older release, some of those named by a person
        int older = 0;
        int named = 0;
        for (int i = 1; i < PHOTOS; i += 3) {
            if (!isBroken(i)) {
                answeredByOlder(i);
                older++;
                if (i % 2 == 0) {
                    name(i);
                    named++;
                }
            }
        }

        // when
        Job retag = runKilled(
                JobRequest.retag(BUCKET, Map.of("model", List.of(OLDER.toString())), "suite", JobRunner.COMMAND_LINE));

        // then
        assertThat(retag.state()).isEqualTo(JobState.DONE);
        assertThat(retag.counts()).isEqualTo(new JobCounts(older, older, 0, 0));
        int corrections = 0;
        for (int i = 0; i < PHOTOS; i++) {
            CatalogItem item = find(i).orElseThrow();
            assertThat(item.model()).isEqualTo(MODEL.classifier().modelPackage().version());
            if (item.human() != null) {
                assertThat(bucket.tags(key(i))).containsEntry("hangtag:class", "yellow-dress");
                corrections++;
            }
        }
        assertThat(corrections).isEqualTo(named);
        assertThat(kills).isGreaterThan(SuiteSize.current().of(4, 50));
        new SuiteCounts("backfill")
                .with("photos", PHOTOS)
                .with("kills", kills)
                .with("tagged", backfill.counts().tagged())
                .with("unchanged", backfill.counts().unchanged())
                .with("failed", backfill.counts().failed())
                .with("backfillSeconds", Math.round(backfillSeconds))
                .with("retagged", retag.counts().tagged())
                .with("correctionsKept", corrections)
                .with("losses", losses)
                .with("twice", twice)
                .close();
    }

    /** Runs a job in processes that are killed at a random call, one after the other, until one comes to its end. */
    private Job runKilled(JobRequest request) throws InterruptedException {
        Job job = jobs.create(request, null).await().indefinitely();
        while (true) {
            interruptions.killAt(1 + random.nextInt(2 * CALLS_BETWEEN_KILLS), random.nextBoolean());
            try {
                return loop().run(store.find(job.jobId()).await().indefinitely().orElseThrow(), step -> {});
            } catch (CompletionException e) {
                assertThat(e).hasCauseInstanceOf(Interruptions.Killed.class);
                kills++;
            }
        }
    }

    private JobLoop loop() {
        JobStore killable = interruptions.on(JobStore.class, store);
        CatalogStore items = interruptions.on(CatalogStore.class, catalog);
        JobEngine engine = new JobEngines(
                        killable,
                        interruptions.on(
                                PhotoListing.class,
                                new S3PhotoListing(AWS.clients().s3(), Runnable::run)),
                        items,
                        new CatalogItemFilters(MODEL.classifier().modelPackage().taxonomy()),
                        tagger(interruptions.on(PhotoStore.class, photos), items),
                        Clock.systemUTC())
                .engine(4, 16);
        return new JobLoop(killable, engine, Clock.systemUTC(), duration -> {});
    }

    private static PhotoTagger tagger(PhotoStore photoStore, CatalogStore catalogStore) {
        return new PhotoTagger(
                photoStore, catalogStore, TestClassifiers.photoClassifier(MODEL.classifier()), Clock.systemUTC());
    }

    private void put(int i) {
        byte[] picture = i % 7 == 3
                ? TestPictures.png(TestPictures.SOME_SHIRT, 16 + i % 64)
                : TestPictures.png(TestPictures.RED_SHIRT, 16 + i % 64);
        bucket.put(key(i), isBroken(i) ? ("no picture " + i).getBytes(StandardCharsets.UTF_8) : picture);
    }

    private static boolean isBroken(int i) {
        return i % 20 == 4 || i % 20 == 10;
    }

    private static long count(IntPredicate which) {
        return IntStream.range(0, PHOTOS).filter(which).count();
    }

    private void answeredByOlder(int i) {
        CatalogItem item = find(i).orElseThrow();
        CatalogItem older = new CatalogItem(
                item.photoId(),
                item.revision() + 1,
                item.sequencer(),
                item.state(),
                item.content(),
                item.decision(),
                OLDER,
                item.taggedAt(),
                null,
                List.of(),
                null,
                List.of());
        assertThat(catalog.commit(older).await().indefinitely()).isTrue();
    }

    private void name(int i) {
        PhotoLabeller labeller = new PhotoLabeller(
                photos, catalog, TestClassifiers.photoClassifier(MODEL.classifier()), Clock.systemUTC());
        labeller.name(photo(i), find(i).orElseThrow().revision(), new Naming("yellow-dress", "ada", "it is a dress"))
                .await()
                .indefinitely();
    }

    private Optional<CatalogItem> find(int i) {
        return catalog.find(photo(i)).await().indefinitely();
    }

    private static PhotoId photo(int i) {
        return new PhotoId(BUCKET, key(i));
    }

    private static String key(int i) {
        return PREFIX + "%05d.png".formatted(i);
    }
}
