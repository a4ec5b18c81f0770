package io.hangtag.api.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.hangtag.api.ApiProfile;
import io.hangtag.api.TestShop;
import io.hangtag.function.TaggerFunction;
import io.hangtag.local.LocalAws;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The activation of {@code primary-colors} is the picture itself, so its maps can be told by looking. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class ExplanationResourceTest {
    LocalAws aws;

    @Inject
    TaggerFunction tagger;

    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = new TestShop(aws, tagger);
    }

    @Test
    void isWarmWhereTheAnsweredClassIsSeenAndHasThePhotosProportions() throws IOException {
        // given a photo twice as wide as high, its right half red
        String photoId = shop.tagged("uploads/explain/right.png", halves(Color.BLACK, Color.RED), "image/png");

        BufferedImage map = map(explanation(photoId, "?class=red-shirt"));

        assertThat(map.getWidth()).isEqualTo(384);
        assertThat(map.getHeight()).isEqualTo(192);
        assertThat(opacity(map, 288, 96)).isGreaterThan(200);
        assertThat(opacity(map, 96, 96)).isZero();
        assertThat(opacity(map, 370, 4)).isGreaterThan(200);
    }

    @Test
    void showsAnyClassOfTheModel() throws IOException {
        String photoId = shop.tagged("uploads/explain/two.png", halves(Color.BLUE, Color.GREEN), "image/png");

        assertThat(opacity(map(explanation(photoId, "?class=blue-jeans")), 96, 96))
                .isGreaterThan(200);
        assertThat(opacity(map(explanation(photoId, "?class=green-shirt")), 96, 96))
                .isZero();
    }

    @Test
    void explainsWithoutAClassWhatThePageSaysOfThePhoto() {
        String photoId = shop.tagged("uploads/explain/said.png", halves(Color.RED, Color.RED), "image/png");
        assertThat(explanation(photoId, "").header("ETag")).endsWith("-red-shirt\"");

        given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"1\"")
                .body(Map.of("class", "blue-jeans", "by", "anna"))
                .put("/api/photos/" + TestShop.segment(photoId) + "/label")
                .then()
                .statusCode(200);

        assertThat(explanation(photoId, "").header("ETag")).endsWith("-blue-jeans\"");
    }

    @Test
    void explainsTheMostProbableClassWhereNoneIsAnswered() {
        String unsure =
                shop.tagged("uploads/explain/unsure.png", TestPictures.png(TestPictures.UNIDENTIFIED), "image/png");
        String none = shop.tagged("uploads/explain/none.png", TestPictures.png(TestPictures.NOT_CLOTHING), "image/png");

        explanation(unsure, "").then().statusCode(200);
        explanation(none, "").then().statusCode(200);
    }

    @Test
    void isNotSentAgain() {
        String photoId = shop.tagged("uploads/explain/again.png", halves(Color.RED, Color.RED), "image/png");
        String etag = explanation(photoId, "").header("ETag");

        given().urlEncodingEnabled(false)
                .header("If-None-Match", etag)
                .get("/api/photos/" + TestShop.segment(photoId) + "/explanation")
                .then()
                .statusCode(304);
    }

    @ParameterizedTest
    @CsvSource({
        "?class=trousers, 400, INVALID_PARAMETER",
        "?class=not-clothing, 400, INVALID_PARAMETER",
        "?classes=red-shirt, 400, UNKNOWN_PARAMETER",
        "'', 404, NOT_FOUND"
    })
    void refusesWhatItCannotExplain(String query, int status, String code) {
        explanation("hangtag-photos/uploads/nobody.png", query)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    @Test
    void saysOfABrokenPhotoWhatIsWrongWithIt() {
        String photoId =
                shop.tagged("uploads/explain/text.png", "no photo".getBytes(StandardCharsets.UTF_8), "image/png");

        explanation(photoId, "").then().statusCode(415).body("code", equalTo("UNSUPPORTED_FORMAT"));
        explanation(photoId, "?class=red-shirt").then().statusCode(415).body("code", equalTo("UNSUPPORTED_FORMAT"));
    }

    private static Response explanation(String photoId, String query) {
        return given().urlEncodingEnabled(false)
                .get("/api/photos/" + TestShop.segment(photoId) + "/explanation" + query);
    }

    private static BufferedImage map(Response response) throws IOException {
        response.then().statusCode(200).contentType("image/png");
        return ImageIO.read(new ByteArrayInputStream(response.asByteArray()));
    }

    private static int opacity(BufferedImage map, int x, int y) {
        return map.getRGB(x, y) >>> 24;
    }

    private static byte[] halves(Color left, Color right) {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(left);
        graphics.fillRect(0, 0, 100, 100);
        graphics.setColor(right);
        graphics.fillRect(100, 0, 100, 100);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
