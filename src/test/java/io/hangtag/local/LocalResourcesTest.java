package io.hangtag.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.testing.LocalAwsExtension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class LocalResourcesTest {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    private final LocalClients clients = AWS.clients();

    @BeforeEach
    void emptyQueue() {
        events();
    }

    @Test
    void putUnderTheUploadPrefixIsNotifiedOnce() throws IOException {
        // given a key that a notification has to encode
        String key = "uploads/summer shirts/ä+b.jpg";
        // when
        put("hangtag-photos", key, "photo");
        // then
        List<JsonNode> events = events();
        assertThat(events).hasSize(1);
        assertThat(events.get(0).path("eventName").asText()).isEqualTo("ObjectCreated:Put");
        JsonNode object = events.get(0).path("s3").path("object");
        assertThat(object.path("key").asText()).isEqualTo("uploads/summer+shirts/%C3%A4%2Bb.jpg");
        assertThat(object.path("sequencer").asText()).matches("[0-9A-F]{1,64}");
    }

    @Test
    void removalIsNotified() {
        // given
        put("hangtag-photos", "uploads/gone.jpg", "photo");
        events();
        // when
        clients.s3().deleteObject(request -> request.bucket("hangtag-photos").key("uploads/gone.jpg"));
        // then
        assertThat(events())
                .extracting(event -> event.path("eventName").asText())
                .containsExactly("ObjectRemoved:Delete");
    }

    @Test
    void neitherOtherPrefixesNorTagsNorCopiesAreNotified() {
        // given
        put("hangtag-photos", "uploads/kept.jpg", "photo");
        events();
        // when
        put("hangtag-photos", "thumbnails/kept.jpg", "photo");
        clients.s3()
                .putObjectTagging(request -> request.bucket("hangtag-photos")
                        .key("uploads/kept.jpg")
                        .tagging(tags ->
                                tags.tagSet(Tag.builder().key("a").value("b").build())));
        clients.s3()
                .copyObject(request -> request.sourceBucket("hangtag-photos")
                        .sourceKey("uploads/kept.jpg")
                        .destinationBucket("hangtag-photos")
                        .destinationKey("uploads/copy.jpg"));
        // then
        assertThat(events()).isEmpty();
    }

    @Test
    void creatingThemAgainChangesNothing() {
        // given an object, an item and a message
        put("hangtag-photos", "uploads/stays.jpg", "photo");
        clients.dynamodb()
                .putItem(request -> request.tableName("hangtag-catalog")
                        .item(Map.of("photoId", AttributeValue.fromS("hangtag-photos/uploads/stays.jpg"))));
        // when
        PhotoEventQueue again = new LocalResources(clients, LocalNames.DEFAULT).ensure(QueueSettings.DEFAULT);
        // then
        assertThat(again).isEqualTo(AWS.queue());
        assertThat(events()).hasSize(1);
        assertThat(clients.dynamodb()
                        .getItem(request -> request.tableName("hangtag-catalog")
                                .key(Map.of("photoId", AttributeValue.fromS("hangtag-photos/uploads/stays.jpg"))))
                        .hasItem())
                .isTrue();
    }

    @Test
    void tableHasTheIndexesOfTheCatalogAndExpires() {
        // when
        List<GlobalSecondaryIndexDescription> indexes = clients.dynamodb()
                .describeTable(request -> request.tableName("hangtag-catalog"))
                .table()
                .globalSecondaryIndexes();
        // then
        assertThat(indexes)
                .extracting(GlobalSecondaryIndexDescription::indexName)
                .containsExactlyInAnyOrder("by-bucket", "by-class", "by-state", "by-model", "by-change");
        assertThat(clients.dynamodb()
                        .describeTimeToLive(request -> request.tableName("hangtag-catalog"))
                        .timeToLiveDescription()
                        .attributeName())
                .isEqualTo("expiresAt");
    }

    @Test
    void queueHandsHopelessMessagesToItsDeadLetterQueue() {
        // when
        String redrive = clients.sqs()
                .getQueueAttributes(request ->
                        request.queueUrl(AWS.queue().url()).attributeNames(QueueAttributeName.REDRIVE_POLICY))
                .attributes()
                .get(QueueAttributeName.REDRIVE_POLICY);
        // then
        assertThat(redrive).contains("hangtag-photo-events-dead");
    }

    @Test
    void bucketHasNoAccessControlLists() {
        // when
        List<OwnershipControlsRule> rules = clients.s3()
                .getBucketOwnershipControls(request -> request.bucket("hangtag-photos"))
                .ownershipControls()
                .rules();
        // then
        assertThat(rules)
                .extracting(OwnershipControlsRule::objectOwnership)
                .containsExactly(ObjectOwnership.BUCKET_OWNER_ENFORCED);
    }

    @Test
    void bucketNamesThePageAsTheOnlyOriginOfUploads() {
        // when
        List<CORSRule> rules = clients.s3()
                .getBucketCors(request -> request.bucket("hangtag-photos"))
                .corsRules();
        // then; ministack itself lets every origin in, the rule is what AWS would go by
        assertThat(rules)
                .flatExtracting(CORSRule::allowedOrigins)
                .containsExactly("http://127.0.0.1:*", "http://localhost:*");
    }

    private void put(String bucket, String key, String content) {
        clients.s3().putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(content));
    }

    /** Takes every message out of the queue and answers the S3 records in them; the test event has none. */
    private List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        List<Message> messages;
        do {
            messages = clients.sqs()
                    .receiveMessage(request -> request.queueUrl(AWS.queue().url())
                            .maxNumberOfMessages(10)
                            .waitTimeSeconds(1))
                    .messages();
            for (Message message : messages) {
                records(message).forEach(events::add);
                clients.sqs()
                        .deleteMessage(
                                request -> request.queueUrl(AWS.queue().url()).receiptHandle(message.receiptHandle()));
            }
        } while (!messages.isEmpty());
        return events;
    }

    private static JsonNode records(Message message) {
        try {
            return new ObjectMapper().readTree(message.body()).path("Records");
        } catch (IOException e) {
            throw new AssertionError("No JSON: " + message.body(), e);
        }
    }
}
