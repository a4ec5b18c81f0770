package io.hangtag.api.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.hangtag.api.ApiProfile;
import io.hangtag.api.TestShop;
import io.hangtag.api.image.Thumbnails;
import io.hangtag.function.TaggerFunction;
import io.hangtag.local.LocalAws;
import io.hangtag.local.LocalNames;
import io.hangtag.testing.LogRecords;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;

@QuarkusTest
@TestProfile(ApiProfile.class)
class PhotoImageResourceTest {
    LocalAws aws;

    @Inject
    TaggerFunction tagger;

    @Inject
    Thumbnails thumbnails;

    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = new TestShop(aws, tagger);
    }

    @ParameterizedTest
    @CsvSource({"96, 72, 96", "192, 144, 192", "384, 288, 384", "768, 576, 768", "1536, 750, 1000"})
    void makesAThumbnailOfEachSizeAndEnlargesNone(int size, int width, int height) throws IOException {
        // given a photo that is stored lying and shown upright, 750 x 1000
        String photoId = example("blue-jeans-turned.jpg");

        Response response = thumbnail(photoId, size);

        response.then().statusCode(200).contentType("image/jpeg").header("X-Content-Type-Options", "nosniff");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(response.asByteArray()));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
    }

    @Test
    void showsThePhotoAsItIs() throws IOException {
        String photoId =
                shop.tagged("uploads/image/green.png", TestPictures.png(TestPictures.GREEN_SHIRT, 300), "image/png");

        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(thumbnail(photoId, 192).asByteArray()));

        assertThat(image.getRGB(96, 96) >> 16 & 0xff).isLessThan(4);
        assertThat(image.getRGB(96, 96) >> 8 & 0xff).isBetween(197, 203);
    }

    @Test
    void isNotSentAgainWhileTheContentIsTheSame() {
        String photoId =
                shop.tagged("uploads/image/same.png", TestPictures.png(TestPictures.RED_SHIRT, 200), "image/png");
        String etag = thumbnail(photoId, 96).header("ETag");

        given().urlEncodingEnabled(false)
                .header("If-None-Match", "\"other\", W/" + etag)
                .get(path(photoId) + "?size=96")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(etag));
        assertThat(thumbnail(photoId, 192).header("ETag")).isNotEqualTo(etag);

        // when other content lies there
        shop.tagged("uploads/image/same.png", TestPictures.png(TestPictures.BLUE_JEANS, 200), "image/png");

        given().urlEncodingEnabled(false)
                .header("If-None-Match", etag)
                .get(path(photoId) + "?size=96")
                .then()
                .statusCode(200);
    }

    @Test
    void mayBeKeptForEverUnderAnAddressThatNamesTheContent() {
        String photoId =
                shop.tagged("uploads/image/pinned.png", TestPictures.png(TestPictures.RED_SHIRT, 120), "image/png");
        String version = given().urlEncodingEnabled(false)
                .get("/api/photos/" + TestShop.segment(photoId))
                .path("content.etag");
        String named = TestShop.segment(version);

        assertThat(cacheControl(photoId, "?size=96&v=" + named))
                .contains("max-age=31536000")
                .contains("immutable");
        assertThat(cacheControl(photoId, "?size=96&v=" + named.replace("%22", "")))
                .contains("immutable");
        assertThat(cacheControl(photoId, "?v=" + named)).contains("immutable");
        assertThat(cacheControl(photoId, "?size=96&v=another")).isEqualTo("private, no-cache");
        assertThat(cacheControl(photoId, "?size=96")).isEqualTo("private, no-cache");
        assertThat(cacheControl(photoId, "")).isEqualTo("private, no-cache");
    }

    @Test
    void givesTheOriginalOnlyOnce() {
        byte[] photo = TestPictures.png(TestPictures.RED_SHIRT, 50);
        String photoId = shop.tagged("uploads/image/original.png", photo, "image/png");
        Response original = given().urlEncodingEnabled(false).get(path(photoId));
        assertThat(original.asByteArray()).isEqualTo(photo);

        given().urlEncodingEnabled(false)
                .header("If-None-Match", original.header("ETag"))
                .get(path(photoId))
                .then()
                .statusCode(304);
    }

    @Test
    void isMadeOnceForAllWhoAskAtOnce() {
        String photoId =
                shop.tagged("uploads/image/crowd.png", TestPictures.png(TestPictures.RED_SHIRT, 400), "image/png");
        long made = thumbnails.statistics().missCount();

        List<CompletableFuture<Integer>> answers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> thumbnail(photoId, 384).statusCode()))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
        assertThat(thumbnails.statistics().missCount() - made).isEqualTo(1);
    }

    /** The event of an overwrite may not have been handled yet: the catalog tells of the old content. */
    @Test
    void neverKeepsNewContentUnderTheOldOnesName() throws IOException {
        String key = "uploads/image/overtaken.png";
        String photoId = shop.tagged(key, TestPictures.png(TestPictures.RED_SHIRT, 100), "image/png");
        String version = given().urlEncodingEnabled(false)
                .get("/api/photos/" + TestShop.segment(photoId))
                .path("content.etag");
        byte[] other = TestPictures.png(TestPictures.BLUE_JEANS, 100);
        aws.clients()
                .s3()
                .putObject(
                        request -> request.bucket(LocalNames.DEFAULT.bucket()).key(key), RequestBody.fromBytes(other));

        Response early =
                given().urlEncodingEnabled(false).get(path(photoId) + "?size=96&v=" + TestShop.segment(version));

        early.then().statusCode(200).header("Cache-Control", equalTo("private, no-cache"));
        shop.deliver();
        assertThat(thumbnail(photoId, 96).header("ETag")).isEqualTo(early.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "97", "-96", "96.0", "096", "1e3", "huge", "99999999999999999999"})
    void refusesEveryOtherSize(String size) {
        given().urlEncodingEnabled(false)
                .get(path("hangtag-photos/uploads/any.png") + "?size=" + size)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_PARAMETER"))
                .body("detail", containsString("96, 192, 384, 768, 1536"));
    }

    @Test
    void saysOfABrokenPhotoWhatIsWrongWithIt() {
        byte[] cut = Arrays.copyOf(TestPictures.png(TestPictures.RED_SHIRT, 60), 80);
        String broken = shop.tagged("uploads/image/cut.png", cut, "image/png");
        String none = shop.tagged("uploads/image/text.png", "no photo".getBytes(StandardCharsets.UTF_8), "image/png");

        thumbnail(broken, 96)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("CORRUPT_IMAGE"));
        thumbnail(none, 96).then().statusCode(415).body("code", equalTo("UNSUPPORTED_FORMAT"));
    }

    @Test
    void knowsOnlyPhotosOfTheCatalog() {
        String key = "uploads/image/removed.png";
        String removed = shop.tagged(key, TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        aws.clients()
                .s3()
                .deleteObject(
                        request -> request.bucket(LocalNames.DEFAULT.bucket()).key(key));
        while (shop.deliver() == 0) {
            Thread.onSpinWait();
        }

        thumbnail(removed, 96).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        thumbnail("hangtag-photos/uploads/nobody.png", 96)
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    /** Until the event of its removal is handled, the catalog has a photo whose object is gone. */
    @Test
    void anOriginalThatIsGoneIsNotFoundAndLeavesNoTraceInTheLog() {
        // given
        String key = "uploads/image/gone.png";
        String gone = shop.tagged(key, TestPictures.png(TestPictures.RED_SHIRT, 70), "image/png");
        aws.clients()
                .s3()
                .deleteObject(
                        request -> request.bucket(LocalNames.DEFAULT.bucket()).key(key));
        try (LogRecords log = LogRecords.listen()) {
            // when
            for (int size : new int[] {96, 192}) {
                thumbnail(gone, size)
                        .then()
                        .statusCode(404)
                        .contentType("application/problem+json")
                        .body("code", equalTo("NOT_FOUND"))
                        .body("detail", containsString(key));
            }
            given().urlEncodingEnabled(false).get(path(gone)).then().statusCode(404);

            // then
            assertThat(log.thrown()).isEmpty();
        }
        while (shop.deliver() == 0) {
            Thread.onSpinWait();
        }
    }

    private String example(String name) throws IOException {
        return shop.tagged("uploads/image/" + name, Files.readAllBytes(Path.of("examples", name)), "image/jpeg");
    }

    private static Response thumbnail(String photoId, int size) {
        return given().urlEncodingEnabled(false).get(path(photoId) + "?size=" + size);
    }

    private static String cacheControl(String photoId, String query) {
        return given().urlEncodingEnabled(false).get(path(photoId) + query).header("Cache-Control");
    }

    private static String path(String photoId) {
        return "/api/photos/" + TestShop.segment(photoId) + "/image";
    }
}
