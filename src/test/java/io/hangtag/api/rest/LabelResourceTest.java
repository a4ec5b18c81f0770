package io.hangtag.api.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.hangtag.api.ApiProfile;
import io.hangtag.api.TestShop;
import io.hangtag.function.TaggerFunction;
import io.hangtag.local.LocalAws;
import io.hangtag.local.LocalNames;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.model.Tag;

@QuarkusTest
@TestProfile(ApiProfile.class)
class LabelResourceTest {
    LocalAws aws;

    @Inject
    TaggerFunction tagger;

    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = new TestShop(aws, tagger);
    }

    @Test
    void correctsThePhotoItsFacetsAndItsTags() {
        String photoId = shop.tagged("uploads/label/some.png", TestPictures.png(TestPictures.SOME_SHIRT), "image/png");

        name(photoId, revision(photoId), "yellow-dress")
                .then()
                .statusCode(200)
                .body("state", equalTo("tagged"))
                .body("level", equalTo("class"))
                .body("class", equalTo("yellow-dress"))
                .body("garment", equalTo("Dress"))
                .body("audience", equalTo("women"))
                .body("predicted.level", equalTo("garment"))
                .body("human.by", equalTo("anna"))
                .body("human.previous", equalTo("unidentified"))
                .body("notes", hasSize(0));

        assertThat(tags("uploads/label/some.png"))
                .containsEntry("hangtag:class", "yellow-dress")
                .containsEntry("hangtag:garment", "Dress")
                .containsEntry("hangtag:confidence", "1.00");
        given().queryParam("class", "yellow-dress").get("/api/photos").then().body("photos.photoId", hasItem(photoId));
    }

    @Test
    void undoesStepByStep() {
        String photoId = shop.tagged("uploads/label/red.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        name(photoId, revision(photoId), "green-shirt").then().statusCode(200);
        name(photoId, revision(photoId), "not-clothing")
                .then()
                .statusCode(200)
                .body("state", equalTo("not-clothing"))
                .body("history", hasSize(1));

        undo(photoId, revision(photoId)).then().statusCode(200).body("class", equalTo("green-shirt"));
        undo(photoId, revision(photoId))
                .then()
                .statusCode(200)
                .body("class", equalTo("red-shirt"))
                .body("state", equalTo("tagged"))
                .body("human", nullValue());
        undo(photoId, revision(photoId)).then().statusCode(200).body("class", equalTo("red-shirt"));

        assertThat(tags("uploads/label/red.png")).containsEntry("hangtag:class", "red-shirt");
    }

    @Test
    void letsNobodyOverwriteWhatTheyHaveNotSeen() {
        String photoId = shop.tagged("uploads/label/two.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        String seenByBoth = revision(photoId);
        name(photoId, seenByBoth, "green-shirt").then().statusCode(200);

        name(photoId, seenByBoth, "blue-jeans").then().statusCode(412).body("code", equalTo("REVISION_CHANGED"));
        undo(photoId, seenByBoth).then().statusCode(412).body("code", equalTo("REVISION_CHANGED"));
        assertThat(tags("uploads/label/two.png")).containsEntry("hangtag:class", "green-shirt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"class\":\"trousers\",\"by\":\"anna\"}|\"1\"|400|INVALID_PARAMETER",
                "{\"class\":\"red-shirt\",\"by\":\" \"}|\"1\"|400|INVALID_PARAMETER",
                "{\"class\":\"red-shirt\"}|\"1\"|400|MALFORMED_BODY",
                "{\"class\":|\"1\"|400|MALFORMED_BODY",
                "null|\"1\"|400|MALFORMED_BODY",
                "{\"class\":\"red-shirt\",\"by\":\"anna\"}||428|PRECONDITION_REQUIRED",
                "{\"class\":\"red-shirt\",\"by\":\"anna\"}|*|400|INVALID_PARAMETER",
                "{\"class\":\"red-shirt\",\"by\":\"anna\"}|\"1\"|404|NOT_FOUND",
            })
    void refusesWhatMakesNoSense(String body, String ifMatch, int status, String code) {
        RequestSpecification request = given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body(body.getBytes(StandardCharsets.UTF_8));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        request.put("/api/photos/hangtag-photos%2Fuploads%2Fnobody.png/label")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    private static String revision(String photoId) {
        return given().urlEncodingEnabled(false)
                .get("/api/photos/" + TestShop.segment(photoId))
                .header("ETag");
    }

    private static Response name(String photoId, String ifMatch, String classId) {
        return given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .header("If-Match", ifMatch)
                .body(Map.of("class", classId, "by", "anna", "why", "I looked"))
                .put("/api/photos/" + TestShop.segment(photoId) + "/label");
    }

    private static Response undo(String photoId, String ifMatch) {
        return given().urlEncodingEnabled(false)
                .header("If-Match", ifMatch)
                .delete("/api/photos/" + TestShop.segment(photoId) + "/label");
    }

    private Map<String, String> tags(String key) {
        return aws
                .clients()
                .s3()
                .getObjectTagging(
                        request -> request.bucket(LocalNames.DEFAULT.bucket()).key(key))
                .tagSet()
                .stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }
}
