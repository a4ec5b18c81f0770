package io.hangtag.api.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.hangtag.api.ApiProfile;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
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
class ClassifyBatchTest {
    private static final String BATCH = "/api/classify/batch";

    @Test
    void answersEachPhotoInOrderWithItsOwnOutcome() {
        byte[] cut = Arrays.copyOf(TestPictures.png(TestPictures.RED_SHIRT), 60);

        given().multiPart("file", "red.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png")
                .multiPart("file", "cut.png", cut, "image/png")
                .multiPart("file", "page.html", "<html></html>".getBytes(StandardCharsets.UTF_8), "text/html")
                .multiPart("file", "none.png", new byte[0], "image/png")
                .multiPart("file", "size <b>42</b>.png", TestPictures.png(TestPictures.BLUE_JEANS), "text/plain")
                .multiPart("file", "long.png", new byte[200_001], "image/png")
                .post(BATCH)
                .then()
                .statusCode(200)
                .body("results", hasSize(6))
                .body("results[0].name", equalTo("red.png"))
                .body("results[0].problem", nullValue())
                .body("results[0].answer.class", equalTo("red-shirt"))
                .body("results[1].answer", nullValue())
                .body("results[1].problem.code", equalTo("CORRUPT_IMAGE"))
                .body("results[2].problem.code", equalTo("UNSUPPORTED_FORMAT"))
                .body("results[3].problem.code", equalTo("EMPTY_OBJECT"))
                .body("results[4].name", equalTo("size <b>42</b>.png"))
                .body("results[4].answer.class", equalTo("blue-jeans"))
                .body("results[5].problem.code", equalTo("TOO_LARGE"))
                .body("results[1].problem.instance", equalTo(BATCH))
                .body("results[4].answer.timings.totalMillis", notNullValue());
    }

    @Test
    void takesSixteenAndNoMore() {
        photos(16).post(BATCH).then().statusCode(200).body("results", hasSize(16));
        photos(17)
                .post(BATCH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_PARAMETER"))
                .body("detail", containsString("16"));
    }

    @Test
    void takesOneOnlyWhereOneIsAskedFor() {
        photos(2)
                .post("/api/classify")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_BODY"))
                .body("detail", containsString(BATCH));
    }

    @Test
    void saysWhenNothingWasSent() {
        given().multiPart("photo", "a.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png")
                .post(BATCH)
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED_BODY"));
        given().contentType("image/png")
                .body(TestPictures.png(TestPictures.RED_SHIRT))
                .post(BATCH)
                .then()
                .statusCode(415)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }

    /** Forms that no browser sends: refused, and never a fault of the service. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=x|",
                "multipart/form-data; boundary=x|no boundary anywhere",
                "multipart/form-data; boundary=x|--x",
                "multipart/form-data; boundary=x|--x\r\n",
                "multipart/form-data; boundary=x|--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nno end",
                "multipart/form-data; boundary=x|--x\r\nContent-Disposition: nonsense\r\n\r\nx\r\n--x--\r\n",
                "multipart/form-data; boundary=x|--x\r\n\r\nx\r\n--x--\r\n",
                "multipart/form-data; boundary=x|--x\r\n[]--x--\r\n",
                "multipart/form-data; boundary=x|--x--\r\n",
                "multipart/form-data|--x\r\n\r\n",
            })
    void refusesBrokenForms(String typeAndBody) throws IOException {
        String[] parts = typeAndBody.split("\\|", 2);
        byte[] body = parts[1].getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(10_000);
            String head =
                    "POST %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                            .formatted(BATCH, parts[0], body.length);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);

            String response = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(response).startsWith("HTTP/1.1 4").contains("application/problem+json");
        }
    }

    private static RequestSpecification photos(int count) {
        RequestSpecification request = given();
        for (int i = 0; i < count; i++) {
            request.multiPart("file", i + ".png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        }
        return request;
    }
}
