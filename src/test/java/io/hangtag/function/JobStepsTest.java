package io.hangtag.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.aws.DynamoCatalogStore;
import io.hangtag.aws.DynamoJobStore;
import io.hangtag.aws.ItemCodec;
import io.hangtag.aws.S3PhotoListing;
import io.hangtag.aws.S3PhotoStore;
import io.hangtag.aws.SqsStepQueue;
import io.hangtag.config.HangtagConfig.MetadataWrite;
import io.hangtag.image.ImageLimits;
import io.hangtag.job.CatalogItemFilters;
import io.hangtag.job.Job;
import io.hangtag.job.JobCounts;
import io.hangtag.job.JobEngines;
import io.hangtag.job.JobRequest;
import io.hangtag.job.JobRunner;
import io.hangtag.job.JobState;
import io.hangtag.job.Jobs;
import io.hangtag.job.QueuedSteps;
import io.hangtag.model.Classifier;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.testing.LocalAwsExtension;
import io.hangtag.testing.TestBucket;
import io.hangtag.testing.TestClassifiers;
import io.hangtag.testing.TestPictures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.Message;

/** The event function with a queue of job steps, on real protocol endpoints. */
class JobStepsTest {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    private static final String BUCKET = "hangtag-photos";

    private static Classifier classifier;
    private static String queue;

    private final ObjectMapper json = new ObjectMapper();
    private final CatalogStore catalog = new DynamoCatalogStore(
            AWS.clients().dynamodb(),
            "hangtag-catalog",
            new ItemCodec(Duration.ofDays(30)),
            Clock.systemUTC(),
            Runnable::run);
    private final DynamoJobStore store = new DynamoJobStore(AWS.clients().dynamodb(), "hangtag-catalog", Runnable::run);
    private final PhotoTagger tagger = new PhotoTagger(
            new S3PhotoStore(
                    AWS.clients().s3(),
                    new ImageLimits(1_000_000, 1_000_000, 5_000),
                    MetadataWrite.BOTH,
                    Runnable::run),
            catalog,
            TestClassifiers.photoClassifier(classifier),
            Clock.systemUTC());
    private final QueuedSteps steps = new QueuedSteps(
            store,
            new JobEngines(
                            store,
                            new S3PhotoListing(AWS.clients().s3(), Runnable::run),
                            catalog,
                            new CatalogItemFilters(classifier.modelPackage().taxonomy()),
                            tagger,
                            Clock.systemUTC())
                    .engine(2, 4),
            new SqsStepQueue(AWS.clients().sqs(), URI.create(queue), Runnable::run),
            Clock.systemUTC());
    private final TaggerFunction function = new TaggerFunction(json, tagger, steps, 2);

    @BeforeAll
    static void start() {
        classifier = TestClassifiers.primaryColors();
        queue = AWS.clients()
                .sqs()
                .createQueue(request -> request.queueName("hangtag-jobs"))
                .queueUrl();
    }

    @AfterAll
    static void closeModel() {
        classifier.close();
    }

    @Test
    void makesAStepAMessageUntilTheJobIsDone() throws IOException {
        // given ten photos whose events never came
        TestBucket bucket = new TestBucket(AWS.aws());
        for (int i = 0; i < 10; i++) {
            bucket.put("steps/" + i + ".png", TestPictures.png(TestPictures.RED_SHIRT, 20 + i));
        }
        Job job = new Jobs(store, Clock.systemUTC())
                .create(JobRequest.backfill(BUCKET, "steps/", "ada", JobRunner.SERVICE), null)
                .await()
                .indefinitely();
        steps.begin(job).await().indefinitely();

        // when
        int invocations = 0;
        for (List<Message> received = receive(); !received.isEmpty(); received = receive()) {
            assertThat(invoke(received).path("batchItemFailures")).isEmpty();
            received.forEach(this::delete);
            invocations++;
        }

        // then
        Job done = store.find(job.jobId()).await().indefinitely().orElseThrow();
        assertThat(done.state()).isEqualTo(JobState.DONE);
        assertThat(done.counts()).isEqualTo(new JobCounts(10, 10, 0, 0));
        assertThat(invocations).isEqualTo(4);
        for (int i = 0; i < 10; i++) {
            assertThat(bucket.tags("steps/" + i + ".png")).containsEntry("hangtag:class", "red-shirt");
            assertThat(bucket.metadata("steps/" + i + ".png")).containsEntry("sku", "4711");
        }
    }

    @Test
    void aMessageThatIsNoStepIsToldFromOne() throws IOException {
        // given
        Message broken = Message.builder()
                .messageId("broken")
                .body("{\"jobId\":\"x\",\"step\":\"first\",\"token\":\"t\"}")
                .build();
        Message unknown = Message.builder()
                .messageId("unknown")
                .body("{\"jobId\":\"none\",\"step\":1,\"token\":\"t\"}")
                .build();

        // when
        JsonNode response = invoke(List.of(broken, unknown));

        // then
        assertThat(response.path("batchItemFailures").findValuesAsText("itemIdentifier"))
                .containsExactly("broken");
    }

    private List<Message> receive() {
        return AWS.clients()
                .sqs()
                .receiveMessage(request ->
                        request.queueUrl(queue).maxNumberOfMessages(1).waitTimeSeconds(1))
                .messages();
    }

    private void delete(Message message) {
        AWS.clients().sqs().deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
    }

    private JsonNode invoke(List<Message> messages) throws IOException {
        ObjectNode batch = json.createObjectNode();
        ArrayNode records = batch.putArray("Records");
        messages.forEach(message -> records.addObject()
                .put("messageId", message.messageId())
                .put("eventSource", "aws:sqs")
                .put("body", message.body()));
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(json.writeValueAsBytes(batch)), response, null);
        return json.readTree(response.toByteArray());
    }
}
