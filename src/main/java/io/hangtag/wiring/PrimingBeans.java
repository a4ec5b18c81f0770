package io.hangtag.wiring;

import io.hangtag.config.HangtagConfig;
import io.hangtag.image.ImageLimits;
import io.hangtag.image.PhotoReader;
import io.hangtag.lambda.PrimedTagger;
import io.hangtag.lambda.SnapshotPriming;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.tagging.PhotoId;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.context.ManagedExecutor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The use case once more, as it is deployed but for what carries its calls. */
@Dependent
@IfBuildProfile("function")
class PrimingBeans {
    private final HangtagConfig config;
    private final ImageLimits limits;
    private final PhotoReader reader;
    private final PhotoClassifier classifier;
    private final ManagedExecutor executor;

    PrimingBeans(
            HangtagConfig config,
            ImageLimits limits,
            PhotoReader reader,
            PhotoClassifier classifier,
            ManagedExecutor executor) {
        this.config = config;
        this.limits = limits;
        this.reader = reader;
        this.classifier = classifier;
        this.executor = executor;
    }

    @Produces
    @Singleton
    SnapshotPriming priming(CatalogStore catalog) {
        HangtagConfig.Photos photos = config.photos();
        return new SnapshotPriming(
                this::tagger,
                catalog,
                new PhotoId(photos.bucket(), photos.uploadPrefix() + ".priming"),
                config.snapshot().photos(),
                config.snapshot().limit());
    }

    private PrimedTagger tagger(SdkHttpClient carrier) {
        AwsClients clients = new AwsClients(config.aws());
        S3Client s3 = clients.s3().httpClient(carrier).build();
        DynamoDbClient dynamoDb = clients.dynamoDb().httpClient(carrier).build();
        StoreBeans stores = new StoreBeans();
        return new PrimedTagger(
                stores.photoTagger(
                        stores.photoStore(s3, limits, reader, config, executor),
                        stores.catalogStore(dynamoDb, config, executor),
                        classifier),
                List.of(s3, dynamoDb));
    }
}
