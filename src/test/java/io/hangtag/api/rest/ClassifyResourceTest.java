package io.hangtag.api.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.hangtag.api.ApiProfile;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
class ClassifyResourceTest {
    private static final String PROBLEM = "application/problem+json";

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "text/html", "application/octet-stream"})
    void answersTheBodyWhateverItsDeclaredType(String declared) {
        given().contentType(declared)
                .body(TestPictures.png(TestPictures.RED_SHIRT))
                .when()
                .post("/api/classify")
                .then()
                .statusCode(200)
                .body("state", equalTo("tagged"))
                .body("level", equalTo("class"))
                .body("class", equalTo("red-shirt"))
                .body("group", equalTo("top"))
                .body("garment", equalTo("Shirt"))
                .body("audience", equalTo("men"))
                .body("pattern", equalTo("solid"))
                .body("confidence.toDouble()", closeTo(0.99, 0.01))
                .body("top", hasSize(4))
                .body("top[0].class", equalTo("red-shirt"))
                .body("model", equalTo("primary-colors@1.2.0"))
                .body("width", equalTo(24))
                .body("height", equalTo(24))
                .body("contentType", equalTo("image/png"))
                .body("timings.decodeMillis.toDouble()", greaterThan(0.0))
                .body("timings.inferenceMillis.toDouble()", greaterThan(0.0))
                .body("timings.totalMillis.toDouble()", greaterThan(0.0));
    }

    @Test
    void answersTheFileOfAForm() {
        given().multiPart("file", "anything.txt", TestPictures.png(TestPictures.SOME_SHIRT), "text/plain")
                .when()
                .post("/api/classify")
                .then()
                .statusCode(200)
                .body("state", equalTo("needs-review"))
                .body("level", equalTo("garment"))
                .body("garment", equalTo("Shirt"))
                .body("audience", nullValue());
    }

    @Test
    void saysWhenAFormHasNoFile() {
        given().multiPart("photo", "a.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png")
                .when()
                .post("/api/classify")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("code", equalTo("MALFORMED_BODY"))
                .body("detail", containsString("'file'"));
    }

    @Test
    void refusesWhatIsNoPhotoWithItsCode() {
        given().contentType("image/png")
                .body("<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8))
                .when()
                .post("/api/classify")
                .then()
                .statusCode(415)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:hangtag:problem:UNSUPPORTED_FORMAT"))
                .body("code", equalTo("UNSUPPORTED_FORMAT"))
                .body("status", equalTo(415))
                .body("instance", equalTo("/api/classify"));
    }

    @Test
    void refusesNothing() {
        given().contentType("image/png")
                .when()
                .post("/api/classify")
                .then()
                .statusCode(422)
                .body("code", equalTo("EMPTY_OBJECT"));
    }

    @Test
    void refusesATruncatedPhoto() {
        byte[] photo = Arrays.copyOf(TestPictures.png(TestPictures.RED_SHIRT), 60);
        given().contentType("image/png")
                .body(photo)
                .when()
                .post("/api/classify")
                .then()
                .statusCode(422)
                .body("code", equalTo("CORRUPT_IMAGE"));
    }

    @Test
    void refusesABodyOverThePhotoLimit() {
        given().contentType("image/png")
                .body(new byte[200_001])
                .when()
                .post("/api/classify")
                .then()
                .statusCode(413)
                .contentType(PROBLEM)
                .body("code", equalTo("TOO_LARGE"));
    }

    @Test
    void refusesABodyOverTheServersLimitByItsDeclaredLength() throws IOException {
        // given a request that declares more than the server takes, and sends none of it: a client that went on sending
        // would find the connection closed, sooner or later than the answer
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(10_000);
            String head = "POST /api/classify HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\n"
                    + "Content-Length: 400000\r\n\r\n";

            // when
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            byte[] status = socket.getInputStream().readNBytes(12);

            // then
            assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void refusesAnotherMethod() {
        given().when()
                .get("/api/classify")
                .then()
                .statusCode(405)
                .contentType(PROBLEM)
                .body("code", equalTo("METHOD_NOT_ALLOWED"));
    }
}
