package io.hangtag.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.hangtag.config.HangtagConfig.MetadataWrite;
import io.hangtag.local.LocalNames;
import io.hangtag.testing.LocalAwsExtension;
import io.hangtag.testing.TestBucket;
import io.hangtag.testing.TestPictures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;

/** Which calls of the stores a photo takes, and which of them are under way at once, seen where they reach the stores. */
@Timeout(60)
class StoreCallsTest {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    private static final String BUCKET = LocalNames.DEFAULT.bucket();
    private static final byte[] PHOTO = TestPictures.png(TestPictures.RED_SHIRT);

    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final String folder = "uploads/" + UUID.randomUUID() + "/";

    @AfterEach
    void disableLists() {
        own(ObjectOwnership.BUCKET_OWNER_ENFORCED);
    }

    @Test
    void aFreshUploadTakesSixCallsOnceTheBucketIsKnown() throws IOException {
        try (DisturbedTagger tagger = recorded(new DisturbedTagger(AWS.endpoints(), MetadataWrite.BOTH))) {
            // given
            upload(tagger, "first.png");
            assertThat(calls).containsOnlyOnce("GetBucketOwnershipControls");
            calls.clear();

            // when
            upload(tagger, "second.png");

            // then
            assertThat(calls)
                    .containsExactlyInAnyOrder(
                            "GetItem", "GetObject", "HeadObject", "GetObjectTagging", "CopyObject", "PutItem")
                    .endsWith("CopyObject", "PutItem");
        }
    }

    @Test
    void anObjectsListIsReadWhereTheBucketHasSome() throws IOException {
        own(ObjectOwnership.OBJECT_WRITER);
        try (DisturbedTagger tagger = recorded(new DisturbedTagger(AWS.endpoints(), MetadataWrite.BOTH))) {
            assertReadsTheListsOfTwo(tagger);
        }
    }

    @Test
    void anObjectsListIsReadWhereNobodyMayAskAboutTheBucket() throws IOException {
        try (DisturbedTagger tagger = new DisturbedTagger(AWS.endpoints(), MetadataWrite.BOTH)) {
            tagger.s3().disturb(call -> {
                calls.add(call.name());
                return call.name().equals("GetBucketOwnershipControls") ? Fault.DENIED : Fault.NONE;
            });

            assertReadsTheListsOfTwo(tagger);
        }
    }

    private void assertReadsTheListsOfTwo(DisturbedTagger tagger) throws IOException {
        // when
        upload(tagger, "first.png");
        upload(tagger, "second.png");
        // then
        assertThat(calls).containsOnlyOnce("GetBucketOwnershipControls");
        assertThat(Collections.frequency(calls, "GetObjectAcl")).isEqualTo(2);
    }

    /** A call that waits for its neighbour's arrival would wait in vain if they came one after the other. */
    @Test
    void itemAndPhotoAreReadAtOnceAndSoIsWhatTheCopyNamesAgain() throws IOException {
        Map<String, String> neighbours = Map.of(
                "GetItem", "GetObject",
                "GetObject", "GetItem",
                "HeadObject", "GetObjectTagging",
                "GetObjectTagging", "HeadObject");
        Map<String, CountDownLatch> arrivals = new ConcurrentHashMap<>();
        neighbours.keySet().forEach(call -> arrivals.put(call, new CountDownLatch(1)));
        Set<String> met = ConcurrentHashMap.newKeySet();
        try (DisturbedTagger tagger = new DisturbedTagger(AWS.endpoints(), MetadataWrite.BOTH)) {
            tagger.disturb(call -> {
                if (neighbours.containsKey(call.name())) {
                    arrivals.get(call.name()).countDown();
                    if (arrives(arrivals.get(neighbours.get(call.name())))) {
                        met.add(call.name());
                    }
                }
                return Fault.NONE;
            });

            upload(tagger, "photo.png");

            assertThat(met).containsExactlyInAnyOrderElementsOf(neighbours.keySet());
        }
    }

    @Test
    void oneThreadIsEnoughSinceNoneWaitsForAnother() throws IOException {
        try (DisturbedTagger tagger = recorded(new DisturbedTagger(AWS.endpoints(), MetadataWrite.BOTH, 1))) {
            upload(tagger, "a.png", "b.png", "c.png", "d.png");

            assertThat(Collections.frequency(calls, "PutItem")).isEqualTo(4);
        }
    }

    private DisturbedTagger recorded(DisturbedTagger tagger) {
        tagger.disturb(call -> {
            calls.add(call.name());
            return Fault.NONE;
        });
        return tagger;
    }

    private static boolean arrives(CountDownLatch neighbour) {
        try {
            // The client gives up sooner and calls again, so that a machine that is busy costs time only.
            return neighbour.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts photos, and has their events handled as one batch. */
    private void upload(DisturbedTagger tagger, String... names) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ArrayNode records = json.createArrayNode();
        for (String name : names) {
            new TestBucket(AWS.aws()).put(folder + name, PHOTO);
            records.addObject()
                    .put("messageId", name)
                    .put("eventSource", "aws:sqs")
                    .put("body", """
                            {"Records": [{"eventSource": "aws:s3", "eventName": "ObjectCreated:Put", "s3": {
                              "bucket": {"name": "%s"}, "object": {"key": "%s", "sequencer": "0055AED6DCD90281E5"}}}]}""".formatted(BUCKET, folder + name));
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        tagger.function()
                .handleRequest(
                        new ByteArrayInputStream(json.createObjectNode()
                                .set("Records", records)
                                .toString()
                                .getBytes(StandardCharsets.UTF_8)),
                        output,
                        null);
        assertThat(json.readTree(output.toByteArray()).path("batchItemFailures"))
                .as("messages that have to come again")
                .isEmpty();
        for (String name : names) {
            assertThat(new TestBucket(AWS.aws()).tags(folder + name)).containsEntry("hangtag:class", "red-shirt");
        }
    }

    private static void own(ObjectOwnership ownership) {
        OwnershipControlsRule rule =
                OwnershipControlsRule.builder().objectOwnership(ownership).build();
        AWS.clients()
                .s3()
                .putBucketOwnershipControls(
                        request -> request.bucket(BUCKET).ownershipControls(controls -> controls.rules(rule)));
    }
}
