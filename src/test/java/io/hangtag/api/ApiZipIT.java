package io.hangtag.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.testing.DeployedFunction;
import io.hangtag.testing.FunctionEnvironment;
import io.hangtag.testing.FunctionZip;
import io.hangtag.testing.SampleEvents;
import io.hangtag.testing.TestPictures;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The REST function's very zip, asked as an HTTP API asks it ("AWS Lambda integrations for HTTP APIs", payload format 2.0,
 * Amazon API Gateway Developer Guide). {@code -Dhangtag-test.api.zip=} takes a zip in native form.
 */
class ApiZipIT {
    @RegisterExtension
    static final DeployedFunction FUNCTION =
            new DeployedFunction(FunctionZip::api, FunctionEnvironment::withPrimaryColors);

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void listsTheCatalog() throws Exception {
        JsonNode response = response(SampleEvents.read("http-api-photos"));

        assertThat(response.path("statusCode").asInt()).isEqualTo(200);
        assertThat(response.path("headers").path("Content-Type").asText()).startsWith("application/json");
        assertThat(response.path("headers").path("Cache-Control").asText()).isEqualTo("no-store");
        assertThat(response.path("isBase64Encoded").asBoolean()).isFalse();
        assertThat(json.readTree(body(response)).path("photos").isArray()).isTrue();
    }

    @Test
    void isReadyWithModelTableAndBucket() throws Exception {
        JsonNode response = response(SampleEvents.read("http-api-ready"));

        assertThat(response.path("statusCode").asInt()).isEqualTo(200);
        assertThat(json.readTree(body(response)).path("checks").findValuesAsText("name"))
                .contains("model", "table", "bucket");
    }

    @Test
    void classifiesAPhotoThatComesInBase64() throws Exception {
        // given
        ObjectNode event = request("POST", "/api/classify");
        event.withObject("headers").put("content-type", "image/png");
        event.put("body", Base64.getEncoder().encodeToString(TestPictures.png(TestPictures.RED_SHIRT)));
        event.put("isBase64Encoded", true);

        // when
        JsonNode response = response(event.toString());

        // then
        assertThat(response.path("statusCode").asInt()).isEqualTo(200);
        assertThat(json.readTree(body(response)).path("class").asText()).isEqualTo("red-shirt");
    }

    @Test
    void answersAPhotoItDoesNotHaveByAProblemDocument() throws Exception {
        JsonNode response = response(
                request("GET", "/api/photos/hangtag-photos/uploads/none.png").toString());

        assertThat(response.path("statusCode").asInt()).isEqualTo(404);
        assertThat(response.path("headers").path("Content-Type").asText()).startsWith("application/problem+json");
        assertThat(json.readTree(body(response)).path("code").asText()).isEqualTo("NOT_FOUND");
    }

    @Test
    void carriesNeitherThePageNorTheEventDoors() throws Exception {
        assertThat(response(request("GET", "/").toString()).path("statusCode").asInt())
                .isEqualTo(404);
        assertThat(FUNCTION.task().resolve("web")).doesNotExist();
        assertThat(FUNCTION.task().resolve("io/hangtag/function")).doesNotExist();
        assertThat(FUNCTION.task().resolve("io/hangtag/local")).doesNotExist();
    }

    private ObjectNode request(String method, String path) throws IOException {
        ObjectNode event = (ObjectNode) json.readTree(SampleEvents.read("http-api-photos"));
        event.put("rawPath", path).put("rawQueryString", "");
        event.remove("queryStringParameters");
        event.withObject("requestContext")
                .withObject("http")
                .put("method", method)
                .put("path", path);
        return event;
    }

    private JsonNode response(String event) throws Exception {
        return json.readTree(FUNCTION.lambda().invoke(event));
    }

    private static byte[] body(JsonNode response) {
        String body = response.path("body").asText();
        return response.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes();
    }
}
