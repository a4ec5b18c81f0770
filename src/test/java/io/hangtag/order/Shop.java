package io.hangtag.order;

import io.hangtag.aws.DynamoCatalogStore;
import io.hangtag.aws.ItemCodec;
import io.hangtag.aws.S3PhotoStore;
import io.hangtag.image.ImageLimits;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoLabeller;
import io.hangtag.tagging.PhotoStore;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.testing.InMemoryDynamoDb;
import io.hangtag.testing.InMemoryS3;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** The deployment under test: real use cases of every release on real stores, whose clients take one call at a time. */
final class Shop implements AutoCloseable {
    static final PhotoId PHOTO = new PhotoId("shop", "uploads/a.png");

    private final StepScheduler scheduler;
    private final InMemoryS3 s3;
    private final InMemoryDynamoDb dynamoDb;
    private final CatalogStore catalog;
    private final Models models;
    private final List<PhotoTagger> taggers = new ArrayList<>();
    private final List<PhotoLabeller> labellers = new ArrayList<>();

    Shop(Scenario scenario, Models models, ExecutorService threads) {
        this.models = models;
        scheduler = new StepScheduler(threads);
        s3 = new InMemoryS3(scenario.versioned(), scenario.acls(), scheduler::beforeCall, scheduler::answerIsLost);
        dynamoDb = new InMemoryDynamoDb(scheduler::beforeCall, scheduler::answerIsLost);
        Clock clock = new TickingClock();
        PhotoStore photos = new S3PhotoStore(
                s3, new ImageLimits(1_000_000, 1_000_000, 5_000), scenario.write(), scheduler::execute);
        catalog = new DynamoCatalogStore(
                dynamoDb, "catalog", new ItemCodec(Duration.ofDays(30)), clock, scheduler::execute);
        for (int i = 0; i < models.count(); i++) {
            PhotoClassifier release = models.release(i);
            taggers.add(new PhotoTagger(photos, catalog, release, clock));
            labellers.add(new PhotoLabeller(photos, catalog, release, clock));
        }
    }

    StepScheduler scheduler() {
        return scheduler;
    }

    InMemoryS3 s3() {
        return s3;
    }

    InMemoryDynamoDb dynamoDb() {
        return dynamoDb;
    }

    Models models() {
        return models;
    }

    PhotoTagger tagger(int release) {
        return taggers.get(release);
    }

    PhotoLabeller labeller(int release) {
        return labellers.get(release);
    }

    /** The item as it stands, read outside of tasks. */
    Optional<CatalogItem> item() {
        return catalog.find(PHOTO).await().indefinitely();
    }

    @Override
    public void close() {
        scheduler.close();
    }
}
