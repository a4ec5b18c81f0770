package io.hangtag.wiring;

import io.hangtag.aws.DynamoCatalogSource;
import io.hangtag.aws.DynamoCatalogStore;
import io.hangtag.aws.ItemCodec;
import io.hangtag.aws.S3PhotoStore;
import io.hangtag.catalog.CatalogReader;
import io.hangtag.catalog.CatalogSource;
import io.hangtag.catalog.IndexedCatalogReader;
import io.hangtag.catalog.ShownAnswers;
import io.hangtag.config.HangtagConfig;
import io.hangtag.image.ImageLimits;
import io.hangtag.image.PhotoReader;
import io.hangtag.model.Taxonomy;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.tagging.PhotoLabeller;
import io.hangtag.tagging.PhotoStore;
import io.hangtag.tagging.PhotoTagger;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.context.ManagedExecutor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The stores and the use case on them. */
@Dependent
class StoreBeans {
    @Produces
    @Singleton
    PhotoStore photoStore(
            S3Client s3, ImageLimits limits, PhotoReader reader, HangtagConfig config, ManagedExecutor executor) {
        return new S3PhotoStore(
                s3, limits, reader::refuseEarly, config.metadata().write(), executor);
    }

    @Produces
    @Singleton
    CatalogStore catalogStore(DynamoDbClient dynamoDb, HangtagConfig config, ManagedExecutor executor) {
        HangtagConfig.Catalog catalog = config.catalog();
        return new DynamoCatalogStore(
                dynamoDb, catalog.table(), new ItemCodec(catalog.tombstoneRetention()), Clock.systemUTC(), executor);
    }

    @Produces
    @Singleton
    CatalogReader catalogReader(
            DynamoDbClient dynamoDb, HangtagConfig config, PhotoClassifier classifier, ManagedExecutor executor) {
        HangtagConfig.Catalog catalog = config.catalog();
        Taxonomy taxonomy = classifier.modelPackage().taxonomy();
        CatalogSource source = new DynamoCatalogSource(
                dynamoDb, catalog.table(), new ItemCodec(catalog.tombstoneRetention()), new ShownAnswers(taxonomy));
        return new IndexedCatalogReader(config.photos().bucket(), source, taxonomy, Clock.systemUTC(), executor);
    }

    @Produces
    @Singleton
    PhotoTagger photoTagger(PhotoStore photos, CatalogStore catalog, PhotoClassifier classifier) {
        return new PhotoTagger(photos, catalog, classifier, Clock.systemUTC());
    }

    @Produces
    @Singleton
    PhotoLabeller photoLabeller(PhotoStore photos, CatalogStore catalog, PhotoClassifier classifier) {
        return new PhotoLabeller(photos, catalog, classifier, Clock.systemUTC());
    }
}
