package io.hangtag.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.testing.FunctionEnvironment;
import io.hangtag.testing.FunctionZip;
import io.hangtag.testing.LambdaEmulator;
import io.hangtag.testing.LocalAwsExtension;
import io.hangtag.testing.ModelLayerFolder;
import io.hangtag.testing.SampleEvents;
import io.hangtag.testing.TestBucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The event function's zip with its other handler, and with the layer's own model. */
class BackfillZipIT {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    @TempDir
    static Path folder;

    private static TestBucket bucket;
    private static LambdaEmulator lambda;

    private final ObjectMapper json = new ObjectMapper();

    @BeforeAll
    static void start() throws IOException {
        bucket = new TestBucket(AWS.aws());
        lambda = LambdaEmulator.start(
                FunctionZip.tagger().unzip(folder.resolve("task")),
                new FunctionEnvironment(AWS.endpoints(), ModelLayerFolder.ofThisMachine())
                        .with("QUARKUS_LAMBDA_HANDLER", "backfill")
                        .variables());
    }

    @AfterAll
    static void stop() throws IOException {
        if (lambda != null) {
            lambda.close();
        }
    }

    @Test
    void tagsAPhotoThatAJobLists() throws Exception {
        // given
        String key = "uploads/listed shirt.png";
        bucket.put(key, Files.readAllBytes(Path.of("examples/mountain-tshirt.jpg")));

        // when
        JsonNode response = json.readTree(lambda.invoke(SampleEvents.read("batch-operations-1.0")));

        // then
        assertThat(response.path("invocationSchemaVersion").asText()).isEqualTo("1.0");
        assertThat(response.path("results").path(0).path("taskId").asText()).isEqualTo("dGFza2lkZ29lc2hlcmUK");
        assertThat(response.path("results").path(0).path("resultCode").asText()).isEqualTo("Succeeded");
        assertThat(bucket.tags(key)).containsKeys("hangtag:class", "hangtag:confidence", "hangtag:model");
        assertThat(bucket.item(key).get("model").s()).startsWith("clothing-73@");
        assertThat(bucket.item(key)).containsEntry("photoId", AttributeValue.fromS("hangtag-photos/" + key));
    }

    @Test
    void failsATaskWhoseObjectIsGone() throws Exception {
        JsonNode response = json.readTree(lambda.invoke(SampleEvents.read("batch-operations-2.0")));

        assertThat(response.path("invocationSchemaVersion").asText()).isEqualTo("2.0");
        assertThat(response.path("results").path(0).path("resultCode").asText()).isEqualTo("PermanentFailure");
    }
}
