package io.hangtag.api.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.hangtag.api.ApiProfile;
import io.hangtag.api.TestShop;
import io.hangtag.function.TaggerFunction;
import io.hangtag.local.LocalAws;
import io.hangtag.testing.TestBucket;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
class BulkLabelResourceTest {
    LocalAws aws;

    @Inject
    TaggerFunction tagger;

    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = new TestShop(aws, tagger);
    }

    @Test
    void correctsAllWithTheirTagsAndTellsTheReason() {
        List<String> photoIds = IntStream.range(0, 12).mapToObj(this::tagged).toList();

        Response answer = post(
                "anna",
                "the feed mixed them up",
                photoIds.stream()
                        .map(photoId -> label(photoId, 1L, "yellow-dress"))
                        .toList());

        answer.then()
                .statusCode(200)
                .body("results.photoId", equalTo(photoIds))
                .body("results[0].problem", nullValue())
                .body("results.photo.human.by", equalTo(Collections.nCopies(12, "anna")))
                .body("results[11].photo.class", equalTo("yellow-dress"))
                .body("results[11].photo.human.why", equalTo("the feed mixed them up"));
        assertThat(new TestBucket(aws).tags("uploads/bulk/11.png")).containsEntry("hangtag:class", "yellow-dress");
    }

    @Test
    void refusesOnlyWhatIsWrong() {
        String good = tagged(20);
        String changed = tagged(21);
        post("bert", null, List.of(label(changed, 1L, "blue-jeans"))).then().statusCode(200);

        Response answer = post(
                "anna",
                null,
                List.of(
                        label(changed, 1L, "green-shirt"),
                        label("hangtag-photos/uploads/nobody.png", 1L, "green-shirt"),
                        label("hangtag-photos/../secret", 1L, "green-shirt"),
                        label("other-bucket/uploads/bulk/20.png", 1L, "green-shirt"),
                        label(null, 1L, "green-shirt"),
                        label(good + "?", null, "green-shirt"),
                        label(good + "!", 1L, "trousers"),
                        label(good + "#", 1L, null),
                        label(good, 1L, "not-clothing")));

        answer.then()
                .statusCode(200)
                .body(
                        "results.problem.code",
                        contains(
                                "REVISION_CHANGED",
                                "NOT_FOUND",
                                "INVALID_PARAMETER",
                                "NOT_FOUND",
                                "MALFORMED_BODY",
                                "PRECONDITION_REQUIRED",
                                "INVALID_PARAMETER",
                                "MALFORMED_BODY"))
                .body("results[0].photo", nullValue())
                .body("results[0].problem.status", equalTo(412))
                .body("results[8].problem", nullValue())
                .body("results[8].photo.state", equalTo("not-clothing"))
                .body("results[8].photo.human.why", nullValue());
        assertThat(new TestBucket(aws).tags("uploads/bulk/21.png")).containsEntry("hangtag:class", "blue-jeans");
    }

    @Test
    void letsOneOfTwoPeopleWinEachPhotoAndNeverBoth() {
        List<String> photoIds = IntStream.range(30, 40).mapToObj(this::tagged).toList();

        // when two people send the same selection at the same time, each with another class
        List<Response> answers = Stream.of("green-shirt", "yellow-dress")
                .map(classId -> CompletableFuture.supplyAsync(() -> post(
                        classId,
                        null,
                        photoIds.stream()
                                .map(photoId -> label(photoId, 1L, classId))
                                .toList())))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        // then each photo has one winner, whom catalog and object name, and the other was told
        for (int i = 0; i < photoIds.size(); i++) {
            String path = "results[" + i + "]";
            List<String> winners = answers.stream()
                    .map(answer -> answer.<String>path(path + ".photo.class"))
                    .filter(classId -> classId != null)
                    .toList();
            List<String> codes = answers.stream()
                    .map(answer -> answer.<String>path(path + ".problem.code"))
                    .filter(code -> code != null)
                    .toList();
            assertThat(winners).hasSize(1);
            assertThat(codes).containsExactly("REVISION_CHANGED");
            Map<String, String> tags = new TestBucket(aws).tags("uploads/bulk/" + (30 + i) + ".png");
            assertThat(tags).containsEntry("hangtag:class", winners.get(0));
            given().urlEncodingEnabled(false)
                    .get("/api/photos/" + TestShop.segment(photoIds.get(i)))
                    .then()
                    .body("class", equalTo(winners.get(0)))
                    .body("human.by", equalTo(winners.get(0)))
                    .body("history", hasSize(0));
        }
    }

    @Test
    void takesAHundredAndNoMore() {
        post("anna", null, labels(100)).then().statusCode(200).body("results", hasSize(100));
        post("anna", null, labels(101))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_PARAMETER"))
                .body("detail", containsString("100"));
    }

    @Test
    void refusesToHearTwoThingsOfOnePhoto() {
        Map<String, Object> label = label("hangtag-photos/uploads/nobody.png", 1L, "red-shirt");

        post("anna", null, List.of(label, label))
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_PARAMETER"))
                .body("detail", containsString("uploads/nobody.png"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null|MALFORMED_BODY",
                "[]|MALFORMED_BODY",
                "{|MALFORMED_BODY",
                "{\"by\":\"anna\"}|MALFORMED_BODY",
                "{\"by\":\"anna\",\"labels\":[null]}|MALFORMED_BODY",
                "{\"by\":\"anna\",\"labels\":\"all\"}|MALFORMED_BODY",
                "{\"by\":\"anna\",\"labels\":[]}|INVALID_PARAMETER",
                "{\"labels\":[{\"photoId\":\"b/k\",\"revision\":1,\"class\":\"red-shirt\"}]}|MALFORMED_BODY",
                "{\"by\":\"\",\"labels\":[{\"photoId\":\"b/k\",\"revision\":1,\"class\":\"red-shirt\"}]}|INVALID_PARAMETER",
                "{\"by\":\"a\\ud800\",\"labels\":[{\"photoId\":\"b/k\",\"revision\":1,\"class\":\"a\"}]}|INVALID_PARAMETER",
            })
    void refusesAsAWholeWhatCannotBeRead(String body, String code) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/photos/labels")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo(code));
    }

    private String tagged(int number) {
        byte[] photo = TestPictures.png(TestPictures.RED_SHIRT, 24 + number);
        return shop.tagged("uploads/bulk/" + number + ".png", photo, "image/png");
    }

    private static List<Map<String, Object>> labels(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> label("hangtag-photos/uploads/bulk/none-" + i, 1L, "red-shirt"))
                .toList();
    }

    private static Map<String, Object> label(String photoId, Long revision, String classId) {
        Map<String, Object> label = new HashMap<>();
        label.put("photoId", photoId);
        label.put("revision", revision);
        label.put("class", classId);
        return label;
    }

    private static Response post(String by, String why, List<Map<String, Object>> labels) {
        Map<String, Object> body = new HashMap<>();
        body.put("by", by);
        body.put("why", why);
        body.put("labels", labels);
        return given().contentType(ContentType.JSON).body(body).post("/api/photos/labels");
    }
}
