package io.hangtag.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.testing.DeployedFunction;
import io.hangtag.testing.FunctionZip;
import io.hangtag.testing.SampleEvents;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The event function's zip with its other handler, and with the layer's own model. */
class BackfillZipIT {
    @RegisterExtension
    static final DeployedFunction FUNCTION = new DeployedFunction(
            FunctionZip::tagger, environment -> environment.with("QUARKUS_LAMBDA_HANDLER", "backfill"));

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void tagsAPhotoThatAJobLists() throws Exception {
        // given
        String key = "uploads/listed shirt.png";
        FUNCTION.bucket().put(key, Files.readAllBytes(Path.of("examples/mountain-tshirt.jpg")));

        // when
        JsonNode response = json.readTree(FUNCTION.lambda().invoke(SampleEvents.read("batch-operations-1.0")));

        // then
        assertThat(response.path("invocationSchemaVersion").asText()).isEqualTo("1.0");
        assertThat(response.path("results").path(0).path("taskId").asText()).isEqualTo("dGFza2lkZ29lc2hlcmUK");
        assertThat(response.path("results").path(0).path("resultCode").asText()).isEqualTo("Succeeded");
        assertThat(FUNCTION.bucket().tags(key)).containsKeys("hangtag:class", "hangtag:confidence", "hangtag:model");
        assertThat(FUNCTION.bucket().item(key).get("model").s()).startsWith("clothing-73@");
        assertThat(FUNCTION.bucket().item(key)).containsEntry("photoId", AttributeValue.fromS("hangtag-photos/" + key));
    }

    @Test
    void failsATaskWhoseObjectIsGone() throws Exception {
        JsonNode response = json.readTree(FUNCTION.lambda().invoke(SampleEvents.read("batch-operations-2.0")));

        assertThat(response.path("invocationSchemaVersion").asText()).isEqualTo("2.0");
        assertThat(response.path("results").path(0).path("resultCode").asText()).isEqualTo("PermanentFailure");
    }
}
