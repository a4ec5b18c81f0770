package io.hangtag.api.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.api.ApiProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the document owes to whoever reads it, and to the tools that ask by it. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class OpenApiTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private JsonNode document;

    @BeforeEach
    void read() throws IOException {
        document = new ObjectMapper()
                .readTree(given().accept("application/json").get("/q/openapi").asByteArray());
    }

    @Test
    void namesEveryOperationOnceAndSaysWhatItDoes() {
        List<String> ids = new ArrayList<>();
        eachOperation((name, operation) -> {
            assertThat(operation.path("summary").asText()).as(name).isNotBlank();
            assertThat(operation.path("tags")).as(name).isNotEmpty();
            ids.add(operation.path("operationId").asText());
        });

        assertThat(ids).hasSizeGreaterThan(15).doesNotHaveDuplicates().doesNotContain("");
    }

    @Test
    void tellsOfSuccessAndOfProblemDocuments() {
        eachOperation((name, operation) -> {
            Set<String> statuses = new HashSet<>();
            operation.path("responses").fieldNames().forEachRemaining(statuses::add);
            assertThat(statuses)
                    .as(name)
                    .anyMatch(status -> status.startsWith("2"))
                    .contains("4XX", "5XX");
            for (String status : List.of("4XX", "5XX")) {
                assertThat(operation
                                .path("responses")
                                .path(status)
                                .path("content")
                                .has("application/problem+json"))
                        .as(name + " " + status)
                        .isTrue();
            }
        });
    }

    @Test
    void givesAnExampleForWhateverIsSent() {
        eachOperation((name, operation) -> {
            for (JsonNode listed : operation.path("parameters")) {
                JsonNode parameter = resolved(listed);
                JsonNode schema = parameter.path("schema");
                assertThat(parameter.has("example")
                                || parameter.has("examples")
                                || schema.has("examples")
                                || schema.has("enum")
                                || schema.has("default")
                                || schema.has("minimum")
                                || schema.path("items").has("enum")
                                || schema.path("items").has("examples"))
                        .as(name + " " + parameter.path("name").asText())
                        .isTrue();
            }
            JsonNode body = operation.path("requestBody").path("content").path("application/json");
            assertThat(body.isMissingNode() || body.has("example") || body.has("examples"))
                    .as(name + " body")
                    .isTrue();
        });
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** A client that is written by the document has to expect null where the service sends it. */
    @Test
    void tellsWhichPropertiesMayBeNullAndWhichAreThere() {
        JsonNode photo = document.at("/components/schemas/PhotoView");

        assertThat(photo.at("/properties/confidence/type").toString()).contains("\"null\"");
        assertThat(photo.at("/properties/human/anyOf").toString()).contains("\"null\"");
        assertThat(photo.at("/properties/class/type").toString()).contains("\"null\"");
        assertThat(photo.at("/properties/revision/type").toString()).isEqualTo("\"integer\"");
        assertThat(photo.path("required").toString()).contains("\"revision\"");
        assertThat(document.at("/components/schemas/LabelRequest/required").toString())
                .contains("\"class\"")
                .contains("\"by\"");
    }

    private void eachOperation(BiConsumer<String, JsonNode> check) {
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (path.getKey().startsWith("/api/") && METHODS.contains(operation.getKey())) {
                    check.accept(operation.getKey() + " " + path.getKey(), operation.getValue());
                }
            }
        }
    }
}
