package io.hangtag.api.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.hangtag.api.ApiProfile;
import io.hangtag.api.TestShop;
import io.hangtag.function.TaggerFunction;
import io.hangtag.local.LocalAws;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
class PhotosResourceTest {
    private static final String PROBLEM = "application/problem+json";

    LocalAws aws;

    @Inject
    TaggerFunction tagger;

    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = new TestShop(aws, tagger);
    }

    @Test
    void showsAPhotoOnceItIsTagged() {
        String photoId = shop.tagged("uploads/one.png", TestPictures.png(TestPictures.GREEN_SHIRT), "image/png");

        given().urlEncodingEnabled(false)
                .when()
                .get("/api/photos/" + TestShop.segment(photoId))
                .then()
                .statusCode(200)
                .body("photoId", equalTo(photoId))
                .body("key", equalTo("uploads/one.png"))
                .body("state", equalTo("tagged"))
                .body("class", equalTo("green-shirt"))
                .body("audience", equalTo("women"))
                .body("confidence.toDouble()", closeTo(0.99, 0.01))
                .body("predicted.class", equalTo("green-shirt"))
                .body("content.contentType", equalTo("image/png"))
                .body("content.width", equalTo(24))
                .body("human", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uploads/Größe 42 – 夏.png",
                "uploads/a+b%20c&d?e#f;g=h.png",
                "uploads/<img src=x onerror=alert(1)>.png",
                "uploads/..%2f..%2fetc/passwd.png",
                "uploads//double//slash.png",
                "uploads/image"
            })
    void findsAPhotoByAnyKey(String key) {
        String photoId = shop.tagged(key, TestPictures.png(TestPictures.BLUE_JEANS), "image/png");

        String image = given().urlEncodingEnabled(false)
                .when()
                .get("/api/photos/" + TestShop.segment(photoId))
                .then()
                .statusCode(200)
                .body("photoId", equalTo(photoId))
                .extract()
                .path("image");
        given().urlEncodingEnabled(false)
                .when()
                .get(image)
                .then()
                .statusCode(200)
                .contentType("image/png");
    }

    @Test
    void findsAPhotoByItsPlainPath() {
        shop.tagged("uploads/plain/path.png", TestPictures.png(TestPictures.BLUE_JEANS), "image/png");

        given().when()
                .get("/api/photos/hangtag-photos/uploads/plain/path.png")
                .then()
                .statusCode(200)
                .body("class", equalTo("blue-jeans"));
    }

    @Test
    void listsInPages() {
        for (int i = 0; i < 3; i++) {
            shop.tagged("uploads/page/" + i + ".png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        }

        List<String> walked = new ArrayList<>();
        String cursor = "";
        do {
            Response page = given().queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .when()
                    .get("/api/photos");
            page.then().statusCode(200);
            walked.addAll(page.path("photos.key"));
            cursor = page.path("cursor");
        } while (cursor != null);

        assertThat(walked)
                .doesNotHaveDuplicates()
                .contains("uploads/page/2.png", "uploads/page/1.png", "uploads/page/0.png");
    }

    @Test
    void filtersByStateAndClass() {
        shop.tagged("uploads/red.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        shop.tagged("uploads/some.png", TestPictures.png(TestPictures.SOME_SHIRT), "image/png");
        shop.tagged("uploads/broken.png", "not a photo".getBytes(StandardCharsets.UTF_8), "image/png");

        given().queryParam("class", "red-shirt")
                .get("/api/photos")
                .then()
                .statusCode(200)
                .body("photos.class", everyItem(equalTo("red-shirt")))
                .body("photos.key", hasItem("uploads/red.png"));
        given().queryParam("state", "needs-review")
                .get("/api/photos")
                .then()
                .statusCode(200)
                .body("photos.state", everyItem(equalTo("needs-review")))
                .body("photos.key", hasItem("uploads/some.png"));
        given().queryParam("state", "failed")
                .get("/api/photos")
                .then()
                .statusCode(200)
                .body("photos.find { it.key == 'uploads/broken.png' }.error.code", equalTo("UNSUPPORTED_FORMAT"))
                .body("photos.key", not(hasItem("uploads/red.png")));
    }

    @ParameterizedTest
    @CsvSource({
        "state=lost, INVALID_PARAMETER",
        "state=removed, INVALID_PARAMETER",
        "class=trousers, INVALID_PARAMETER",
        "limit=0, INVALID_PARAMETER",
        "limit=201, INVALID_PARAMETER",
        "limit=ten, INVALID_PARAMETER",
        "limit=99999999999999999999, INVALID_PARAMETER",
        "limit=1&limit=2, INVALID_PARAMETER",
        "sort=oldest, INVALID_PARAMETER",
        "group=hats, INVALID_PARAMETER",
        "garment=Hat, INVALID_PARAMETER",
        "audience=dogs, INVALID_PARAMETER",
        "pattern=plaid, INVALID_PARAMETER",
        "model=best, INVALID_PARAMETER",
        "class=red-shirt&class=trousers, INVALID_PARAMETER",
        "minConfidence=1.01, INVALID_PARAMETER",
        "minConfidence=-0.1, INVALID_PARAMETER",
        "maxConfidence=NaN, INVALID_PARAMETER",
        "maxConfidence=0x1p-2, INVALID_PARAMETER",
        "maxConfidence=1&maxConfidence=1, INVALID_PARAMETER",
        "uploadedFrom=yesterday, INVALID_PARAMETER",
        "uploadedTo=%2B999999999-01-01T00:00:00Z, INVALID_PARAMETER",
        "colour=red, UNKNOWN_PARAMETER",
        "cursor=xyz, BROKEN_CURSOR",
        "cursor=%00, BROKEN_CURSOR",
        // The index with an empty key; with the key of another partition; with too little.
        "cursor=YnktYnVja2V0Cmhhbmd0YWctcGhvdG9zCgo, BROKEN_CURSOR",
        "cursor=YnktYnVja2V0CmV2aWwKMjAyNgph, BROKEN_CURSOR",
        "cursor=YnktYnVja2V0, BROKEN_CURSOR",
    })
    void refusesWhatItDoesNotKnow(String query, String code) {
        given().urlEncodingEnabled(false)
                .when()
                .get("/api/photos?" + query)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("code", equalTo(code))
                .body("detail", not(containsString("Exception")));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/photos/hangtag-photos%2Fuploads%2Fnobody.png, 404, NOT_FOUND",
        "/api/photos/other-bucket%2Fa.png, 404, NOT_FOUND",
        "/api/photos/hangtag-photos, 400, INVALID_PARAMETER",
        "/api/photos/%2F, 400, INVALID_PARAMETER",
        "/api/photos/hangtag-photos%2Fuploads%2Fnobody.png/image, 404, NOT_FOUND",
        "/api/nothing, 404, NO_SUCH_RESOURCE",
    })
    void refusesPathsThatNameNothing(String path, int status, String code) {
        given().urlEncodingEnabled(false)
                .when()
                .get(path)
                .then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("code", equalTo(code));
    }

    @Test
    void refusesAKeyLongerThanAnyKey() {
        given().when()
                .get("/api/photos/hangtag-photos/" + "a".repeat(1025))
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_PARAMETER"));
    }

    @Test
    void givesTheImageUnderItsOwnType() {
        byte[] photo = TestPictures.png(TestPictures.RED_SHIRT);
        String photoId = shop.tagged("uploads/declared.html", photo, "text/html");

        Response image = given().urlEncodingEnabled(false).get("/api/photos/" + TestShop.segment(photoId) + "/image");

        image.then()
                .statusCode(200)
                .contentType("image/png")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", startsWith("default-src 'none'"));
        assertThat(image.asByteArray()).isEqualTo(photo);
    }

    @Test
    void neverGivesOutAPage() {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        String photoId = shop.tagged("uploads/page.png", page, "text/html");

        given().urlEncodingEnabled(false)
                .get("/api/photos/" + TestShop.segment(photoId) + "/image")
                .then()
                .statusCode(415)
                .contentType(PROBLEM)
                .body("code", equalTo("UNSUPPORTED_FORMAT"));
    }
}
