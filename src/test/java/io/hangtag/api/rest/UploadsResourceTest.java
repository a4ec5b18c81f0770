package io.hangtag.api.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.hangtag.api.ApiProfile;
import io.hangtag.api.TestShop;
import io.hangtag.api.upload.BrowserForm;
import io.hangtag.function.TaggerFunction;
import io.hangtag.local.LocalAws;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
class UploadsResourceTest {
    private static final byte[] PHOTO = TestPictures.png(TestPictures.RED_SHIRT);

    LocalAws aws;

    @Inject
    TaggerFunction tagger;

    @Test
    void givesAFormThatTheBucketTakes() throws Exception {
        Response form = form("Größe & Co <b>.png", PHOTO.length);
        form.then()
                .statusCode(200)
                .body("photoId", startsWith("hangtag-photos/uploads/"))
                .body("photoId", endsWith("/Größe & Co <b>.png"));

        assertThat(post(form, Map.of(), PHOTO).body()).isEmpty();

        while (new TestShop(aws, tagger).deliver() == 0) {
            Thread.onSpinWait();
        }
        given().urlEncodingEnabled(false)
                .get("/api/photos/" + TestShop.segment(form.path("photoId")))
                .then()
                .statusCode(200)
                .body("class", equalTo("red-shirt"));
    }

    @Test
    void givesAFormThatTheBucketRefusesForAnotherFile() throws Exception {
        byte[] longer = new byte[PHOTO.length + 1];

        assertThat(post(form("a.png", PHOTO.length), Map.of(), longer).body()).contains("EntityTooLarge");
    }

    @Test
    void givesAFormThatTheBucketRefusesForAnotherKey() throws Exception {
        assertThat(post(form("a.png", PHOTO.length), Map.of("key", "uploads/b.png"), PHOTO)
                        .body())
                .contains("AccessDenied");
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, 0, image/png, 422, EMPTY_OBJECT",
        "a.png, 200001, image/png, 413, TOO_LARGE",
        "a.html, 100, text/html, 415, UNSUPPORTED_FORMAT",
        "../a.png, 100, image/png, 400, INVALID_PARAMETER",
    })
    void refusesFilesThatWouldBeRefused(String name, long size, String type, int status, String code) {
        given().contentType(ContentType.JSON)
                .body(Map.of("name", name, "size", size, "type", type))
                .when()
                .post("/api/uploads")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"name\":\"a.png\",\"size\":\"many\",\"type\":\"image/png\"}",
                "\"text\""
            })
    void refusesBodiesThatAreNoRequest(String body) {
        given().contentType(ContentType.JSON)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .when()
                .post("/api/uploads")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("MALFORMED_BODY"));
    }

    @Test
    void refusesAnotherTypeOfBody() {
        given().contentType("text/plain")
                .body("hello")
                .when()
                .post("/api/uploads")
                .then()
                .statusCode(415)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }

    private static Response form(String name, long size) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("name", name, "size", size, "type", "image/png"))
                .post("/api/uploads");
    }

    private static HttpResponse<String> post(Response form, Map<String, String> changes, byte[] content)
            throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>(form.<Map<String, String>>path("fields"));
        fields.putAll(changes);
        return BrowserForm.post(URI.create(form.path("url")), fields, content);
    }
}
