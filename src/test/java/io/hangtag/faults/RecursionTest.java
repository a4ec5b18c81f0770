package io.hangtag.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.config.HangtagConfig.MetadataWrite;
import io.hangtag.local.EventPump;
import io.hangtag.local.LocalNames;
import io.hangtag.local.QueueSettings;
import io.hangtag.testing.LocalAwsExtension;
import io.hangtag.testing.SuiteCounts;
import io.hangtag.testing.TestBucket;
import io.hangtag.testing.TestPictures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

/**
 * One upload causes one reading, and one copy at most, counted where they reach S3; also where the bucket tells us of every
 * creation, our own copies among them.
 */
@Tag("recursion")
class RecursionTest {
    private static final String BUCKET = LocalNames.DEFAULT.bucket();
    private static final int UPLOADS = 3;
    private static final Duration QUIET = Duration.ofMillis(700);
    private static final AtomicInteger COPIES = new AtomicInteger();
    private static final AtomicInteger READS = new AtomicInteger();
    private static final AtomicInteger ALL = new AtomicInteger();

    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension(QueueSettings.DEFAULT);

    @AfterAll
    static void count() {
        new SuiteCounts("recursion")
                .with("uploads", ALL.get())
                .with("reads", READS.get())
                .with("copies", COPIES.get())
                .close();
    }

    @ParameterizedTest
    @EnumSource
    void anUploadIsReadOnceAndCopiedAtMostOnceEvenIfEveryCreationIsToldOf(MetadataWrite write) throws Exception {
        // given a bucket that is wrongly subscribed to everything
        AtomicInteger told = new AtomicInteger();
        subscribeToEveryCreation();
        boolean copies = write == MetadataWrite.BOTH || write == MetadataWrite.METADATA;
        int each = copies ? 2 : 1;
        String folder = "uploads/" + write + "/";
        try (DisturbedTagger tagger = new DisturbedTagger(AWS.endpoints(), write);
                EventPump pump = new EventPump(
                        AWS.clients().sqs(),
                        AWS.queue(),
                        tagger.function(),
                        new ObjectMapper(),
                        done -> told.addAndGet(creations(done)))) {
            pump.start();

            // when a photo is uploaded, overwritten, and another one comes in parts
            new TestBucket(AWS.aws()).put(folder + "a.png", TestPictures.png(TestPictures.RED_SHIRT));
            awaitQuiet(told, each);
            new TestBucket(AWS.aws()).put(folder + "a.png", TestPictures.png(TestPictures.BLUE_JEANS));
            awaitQuiet(told, 2 * each);
            uploadInParts(folder + "b.png", TestPictures.png(TestPictures.GREEN_SHIRT));
            awaitQuiet(told, UPLOADS * each);

            // then
            assertThat(tagger.s3().reached("GetObject")).as("photos read").isEqualTo(UPLOADS);
            assertThat(tagger.s3().reached("CopyObject")).as("copies").isEqualTo(copies ? UPLOADS : 0);
            assertThat(tagger.s3().reached("PutObjectTagging"))
                    .as("taggings")
                    .isEqualTo(write == MetadataWrite.TAGS ? UPLOADS : 0);
            assertThat(tagger.dynamoDb().reached("PutItem")).as("commits").isEqualTo(UPLOADS);
            assertThat(told.get()).as("events, our copies' among them").isEqualTo(UPLOADS * each);
            ALL.addAndGet(UPLOADS);
            READS.addAndGet(tagger.s3().reached("GetObject"));
            COPIES.addAndGet(tagger.s3().reached("CopyObject"));
        }
    }

    /** What S3 sends when it is subscribed to is no creation. */
    private static int creations(List<String> bodies) {
        return (int)
                bodies.stream().filter(body -> body.contains("ObjectCreated:")).count();
    }

    private static void subscribeToEveryCreation() {
        QueueConfiguration everything = QueueConfiguration.builder()
                .queueArn(AWS.queue().arn())
                .events(Event.S3_OBJECT_CREATED)
                .build();
        AWS.clients()
                .s3()
                .putBucketNotificationConfiguration(request ->
                        request.bucket(BUCKET).notificationConfiguration(told -> told.queueConfigurations(everything)));
    }

    private static void uploadInParts(String key, byte[] content) {
        S3Client s3 = AWS.clients().s3();
        String upload = s3.createMultipartUpload(
                        request -> request.bucket(BUCKET).key(key))
                .uploadId();
        String etag = s3.uploadPart(
                        request ->
                                request.bucket(BUCKET).key(key).uploadId(upload).partNumber(1),
                        RequestBody.fromBytes(content))
                .eTag();
        s3.completeMultipartUpload(request -> request.bucket(BUCKET)
                .key(key)
                .uploadId(upload)
                .multipartUpload(parts -> parts.parts(
                        CompletedPart.builder().partNumber(1).eTag(etag).build())));
    }

    /** Waits until so many events were handled, and for as long again as none more comes. */
    private static void awaitQuiet(AtomicInteger told, int atLeast) throws InterruptedException {
        long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        int seen = -1;
        while (told.get() < atLeast || told.get() != seen) {
            assertThat(System.nanoTime()).as("still events after a minute").isLessThan(limit);
            seen = told.get();
            TimeUnit.MILLISECONDS.sleep(QUIET.toMillis());
        }
    }
}
