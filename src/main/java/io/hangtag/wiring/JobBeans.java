package io.hangtag.wiring;

import io.hangtag.aws.DynamoJobStore;
import io.hangtag.aws.S3PhotoListing;
import io.hangtag.aws.SqsStepQueue;
import io.hangtag.config.HangtagConfig;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.job.CatalogItemFilters;
import io.hangtag.job.ItemFilters;
import io.hangtag.job.JobEngine;
import io.hangtag.job.JobEngines;
import io.hangtag.job.JobLoop;
import io.hangtag.job.JobSteps;
import io.hangtag.job.JobStore;
import io.hangtag.job.JobWorker;
import io.hangtag.job.Jobs;
import io.hangtag.job.PhotoListing;
import io.hangtag.job.QueuedSteps;
import io.hangtag.job.StepQueue;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.tagging.PhotoTagger;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.context.ManagedExecutor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Jobs, and who makes their steps: the function behind a queue, or a worker of this process. */
@Dependent
class JobBeans {
    @Produces
    @Singleton
    JobStore jobStore(DynamoDbClient dynamoDb, HangtagConfig config, ManagedExecutor executor) {
        return new DynamoJobStore(dynamoDb, config.catalog().table(), executor);
    }

    @Produces
    @Singleton
    PhotoListing photoListing(S3Client s3, ManagedExecutor executor) {
        return new S3PhotoListing(s3, executor);
    }

    @Produces
    @Singleton
    ItemFilters itemFilters(PhotoClassifier classifier) {
        return new CatalogItemFilters(classifier.modelPackage().taxonomy());
    }

    @Produces
    @Singleton
    Jobs jobs(JobStore store) {
        return new Jobs(store, Clock.systemUTC());
    }

    @Produces
    @Singleton
    JobEngines engines(
            JobStore store, PhotoListing listing, CatalogStore catalog, ItemFilters filters, PhotoTagger tagger) {
        return new JobEngines(store, listing, catalog, filters, tagger, Clock.systemUTC());
    }

    @Produces
    @Singleton
    JobEngine engine(JobEngines engines, HangtagConfig config) {
        return engines.engine(config.jobs().parallel(), config.jobs().photosPerStep());
    }

    @Produces
    @Singleton
    StepQueue stepQueue(HangtagConfig config, Instance<SqsClient> sqs, ManagedExecutor executor) {
        return config.jobs()
                .queue()
                .<StepQueue>map(queue -> new SqsStepQueue(sqs.get(), queue, executor))
                .orElse((message, delay) -> Uni.createFrom()
                        .failure(new HangtagException(
                                ErrorCode.STORE_UNAVAILABLE,
                                "Nobody makes the steps of jobs here; set hangtag.jobs.queue or hangtag.jobs.worker")));
    }

    @Produces
    @Singleton
    @Typed(QueuedSteps.class)
    QueuedSteps queuedSteps(JobStore store, JobEngine engine, StepQueue queue) {
        return new QueuedSteps(store, engine, queue, Clock.systemUTC());
    }

    @Produces
    @Singleton
    @Typed(JobWorker.class)
    JobWorker worker(JobStore store, JobEngine engine) {
        JobLoop loop = new JobLoop(store, engine, Clock.systemUTC(), JobBeans::sleep);
        return new JobWorker(store, loop, JobBeans::sleep);
    }

    void close(@Disposes JobWorker worker) {
        worker.close();
    }

    @Produces
    @Singleton
    JobSteps steps(HangtagConfig config, Instance<JobWorker> worker, Instance<QueuedSteps> queued) {
        JobSteps steps = config.jobs().worker() ? worker.get() : queued.get();
        return steps::begin;
    }

    private static void sleep(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }
}
