package io.hangtag.bench.backfill;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.aws.DynamoCatalogStore;
import io.hangtag.aws.DynamoJobStore;
import io.hangtag.aws.ItemCodec;
import io.hangtag.aws.S3PhotoListing;
import io.hangtag.aws.S3PhotoStore;
import io.hangtag.config.HangtagConfig.MetadataWrite;
import io.hangtag.image.ImageLimits;
import io.hangtag.image.PhotoReader;
import io.hangtag.image.jpeg.JpegDecoder;
import io.hangtag.job.CatalogItemFilters;
import io.hangtag.job.Job;
import io.hangtag.job.JobEngine;
import io.hangtag.job.JobEngines;
import io.hangtag.job.JobLoop;
import io.hangtag.job.JobRequest;
import io.hangtag.job.JobRunner;
import io.hangtag.job.JobStore;
import io.hangtag.job.Jobs;
import io.hangtag.local.LocalAws;
import io.hangtag.local.LocalEndpoints;
import io.hangtag.local.LocalNames;
import io.hangtag.local.QueueSettings;
import io.hangtag.model.Classifier;
import io.hangtag.model.ClassifierLoader;
import io.hangtag.model.ModelPackageReader;
import io.hangtag.model.NativeLibraries;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.testing.LocalPython;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The use case on local endpoints, with the released model, as a backfill of the command line has it. */
final class Shop implements AutoCloseable {
    private static final String BUCKET = LocalNames.DEFAULT.bucket();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LocalAws aws;
    private final S3Client s3;
    private final DynamoDbClient dynamoDb;
    private final Classifier classifier;

    /**
     * @param folder for the endpoints' data
     * @param model of the released packages
     * @param distance by which each call takes longer
     */
    Shop(Path folder, String model, Distance distance) {
        aws = LocalAws.start(LocalPython.interpreter(), folder, LocalNames.DEFAULT, QueueSettings.DEFAULT);
        s3 = client(S3Client.builder().forcePathStyle(true), distance)
                .endpointOverride(aws.endpoints().s3())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        dynamoDb = client(DynamoDbClient.builder(), distance)
                .endpointOverride(aws.endpoints().dynamodb())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        classifier = new ClassifierLoader(new NativeLibraries(Optional.empty()), 1)
                .load(new ModelPackageReader(new ObjectMapper()).read(Path.of("models/packages"), model));
    }

    private static <B extends AwsClientBuilder<B, ?>> B client(B builder, Distance distance) {
        return builder.region(Region.of(LocalEndpoints.REGION))
                .overrideConfiguration(calls -> calls.addExecutionInterceptor(distance))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("hangtag", "hangtag")));
    }

    /** Puts so many copies of a photo, as no more than that would be told from others. */
    void upload(String prefix, byte[] photo, int photos) {
        for (int i = 0; i < photos; i++) {
            String key = "%s%05d.jpg".formatted(prefix, i);
            aws.clients()
                    .s3()
                    .putObject(
                            request -> request.bucket(BUCKET).key(key).contentType("image/jpeg"),
                            RequestBody.fromBytes(photo));
        }
    }

    /** Tags what lies under a prefix. */
    Job backfill(String prefix, int inFlight, int photosPerStep) throws InterruptedException {
        JobStore store = new DynamoJobStore(dynamoDb, LocalNames.DEFAULT.table(), threads);
        CatalogStore catalog = new DynamoCatalogStore(
                dynamoDb, LocalNames.DEFAULT.table(), new ItemCodec(Duration.ofDays(30)), Clock.systemUTC(), threads);
        ImageLimits limits = new ImageLimits(26_214_400, 64_000_000, 20_000);
        PhotoTagger tagger = new PhotoTagger(
                new S3PhotoStore(s3, limits, MetadataWrite.BOTH, threads),
                catalog,
                new PhotoClassifier(new PhotoReader(List.of(new JpegDecoder()), limits), classifier),
                Clock.systemUTC());
        JobEngine engine = new JobEngines(
                        store,
                        new S3PhotoListing(s3, threads),
                        catalog,
                        new CatalogItemFilters(classifier.modelPackage().taxonomy()),
                        tagger,
                        Clock.systemUTC())
                .engine(inFlight, photosPerStep);
        Job job = new Jobs(store, Clock.systemUTC())
                .create(JobRequest.backfill(BUCKET, prefix, "bench", JobRunner.COMMAND_LINE), null)
                .await()
                .indefinitely();
        return new JobLoop(store, engine, Clock.systemUTC(), pause -> {}).run(job, step -> {});
    }

    @Override
    public void close() {
        classifier.close();
        s3.close();
        dynamoDb.close();
        aws.close();
        threads.shutdownNow();
    }
}
