package io.hangtag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.testing.HangtagProcess;
import io.hangtag.testing.LocalAwsExtension;
import io.hangtag.testing.TestBucket;
import io.hangtag.testing.TestPictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code hangtag backfill} and {@code hangtag retag} as processes, against the local endpoints. */
class JobIT {
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    private final ObjectMapper json = new ObjectMapper();
    private final TestBucket bucket = new TestBucket(AWS.aws());

    @Test
    void tagsOnceAndThenFindsNothingToDo() throws Exception {
        // given
        put("uploads/once/", 12);
        bucket.put("uploads/once/broken.jpg", "no picture".getBytes(StandardCharsets.UTF_8));

        // when
        JsonNode first = summary(1, "backfill", "s3://hangtag-photos/uploads/once/", "--json", "--parallel", "3");
        JsonNode second = summary(0, "backfill", "s3://hangtag-photos/uploads/once/", "--json");
        JsonNode retag = summary(0, "retag", "--model", "primary-colors@1.2.0", "--json");

        // then
        assertThat(first.path("kind").asText()).isEqualTo("backfill");
        assertThat(first.path("state").asText()).isEqualTo("done");
        assertThat(counts(first)).isEqualTo("13 seen, 12 tagged, 0 unchanged, 1 failed of 13");
        assertThat(counts(second)).isEqualTo("13 seen, 0 tagged, 13 unchanged, 0 failed of 13");
        assertThat(retag.path("seen").asInt()).isGreaterThanOrEqualTo(13);
        assertThat(retag.path("tagged").asInt())
                .as("by the release that answered")
                .isZero();
        assertThat(bucket.item("uploads/once/0.png").get("revision").n()).isEqualTo("1");
        assertThat(bucket.tags("uploads/once/0.png")).containsEntry("hangtag:class", "red-shirt");
        assertThat(bucket.metadata("uploads/once/0.png")).containsEntry("sku", "4711");
    }

    @Test
    void goesOnAfterItWasKilled() throws Exception {
        // given a run that is killed when some of its photos are tagged
        put("uploads/killed/", 40);
        try (HangtagProcess run = start("backfill", "s3://hangtag-photos/uploads/killed/", "--rate", "4")) {
            for (int i = 0; i < 600 && bucket.item("uploads/killed/0.png").isEmpty(); i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            run.signal("KILL");
            assertThat(run.awaitExit(LIMIT)).isEqualTo(137);
        }
        assertThat(bucket.item("uploads/killed/0.png")).isNotEmpty();

        // when nothing is said of it
        try (HangtagProcess again = start("backfill", "s3://hangtag-photos/uploads/killed/")) {
            // then
            assertThat(again.awaitExit(LIMIT)).isEqualTo(2);
            assertThat(again.errors()).contains("--resume").contains("--restart");
        }
        // when it is resumed
        JsonNode resumed = summary(0, "backfill", "s3://hangtag-photos/uploads/killed/", "--resume", "--json");

        // then both runs together saw each photo once
        assertThat(counts(resumed)).isEqualTo("40 seen, 40 tagged, 0 unchanged, 0 failed of 40");
        for (int i = 0; i < 40; i++) {
            assertThat(bucket.item("uploads/killed/" + i + ".png")
                            .get("revision")
                            .n())
                    .isEqualTo("1");
        }
    }

    @Test
    void wrongUsageIsSaidBeforeAnythingIsDone() throws Exception {
        for (List<String> wrong : List.of(
                List.of("backfill", "hangtag-photos"),
                List.of("backfill", "s3://Not_A_Bucket/x"),
                List.of("backfill", "s3://hangtag-photos/", "--rate", "0"),
                List.of("backfill", "s3://hangtag-photos/", "--parallel", "65"),
                List.of("backfill", "s3://hangtag-photos/", "--resume", "--restart"),
                List.of("retag", "--filter", "state"),
                List.of("retag", "--endpoint", "sqs=http://127.0.0.1:1"))) {
            try (HangtagProcess run = HangtagProcess.start(wrong.toArray(String[]::new))) {
                assertThat(run.awaitExit(LIMIT))
                        .as("%s: %s", wrong, run.errors())
                        .isEqualTo(2);
                assertThat(run.errors()).isNotBlank().doesNotContain("\tat ");
            }
        }
    }

    @Test
    void aBucketThatIsNotThereIsOneLine() throws Exception {
        try (HangtagProcess run = start("backfill", "s3://no-such-bucket/uploads/")) {
            assertThat(run.awaitExit(LIMIT)).isEqualTo(1);
            assertThat(run.errors()).contains("STORE_UNAVAILABLE").doesNotContain("\tat ");
        }
    }

    private void put(String prefix, int photos) {
        for (int i = 0; i < photos; i++) {
            bucket.put(prefix + i + ".png", TestPictures.png(TestPictures.RED_SHIRT, 20 + i));
        }
    }

    private JsonNode summary(int status, String... arguments) throws IOException, InterruptedException {
        try (HangtagProcess run = start(arguments)) {
            assertThat(run.awaitExit(LIMIT)).as(run.errors()).isEqualTo(status);
            assertThat(run.lines()).hasSize(1);
            return json.readTree(run.lines().get(0));
        }
    }

    private static HangtagProcess start(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(Stream.of(
                        "s3=" + AWS.endpoints().s3(),
                        "dynamodb=" + AWS.endpoints().dynamodb())
                .flatMap(endpoint -> Stream.of("--endpoint", endpoint))
                .toList());
        return HangtagProcess.start(all.toArray(String[]::new));
    }

    private static String counts(JsonNode summary) {
        return "%d seen, %d tagged, %d unchanged, %d failed of %d"
                .formatted(
                        summary.path("seen").asInt(),
                        summary.path("tagged").asInt(),
                        summary.path("unchanged").asInt(),
                        summary.path("failed").asInt(),
                        summary.path("total").asInt());
    }
}
