package io.hangtag.api.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
class JobsResourceTest {
    private static final String PROBLEM = "application/problem+json";

    LocalAws aws;

    @Inject
    TaggerFunction tagger;

    @Test
    void backfillsWhatWasNeverProcessed() throws InterruptedException {
        // given photos whose events are not delivered here
        TestBucket bucket = new TestBucket(aws);
        for (int i = 0; i < 3; i++) {
            bucket.put("uploads/jobs/%d.png".formatted(i), TestPictures.png(TestPictures.RED_SHIRT, 30 + i));
        }

        // when
        Response created = post("{'kind':'backfill','by':'ada','prefix':'uploads/jobs/','ratePerSecond':100}");

        // then
        created.then()
                .statusCode(202)
                .body("kind", equalTo("backfill"))
                .body("by", equalTo("ada"))
                .body("prefix", equalTo("uploads/jobs/"))
                .body("ratePerSecond.toDouble()", equalTo(100.0))
                .body("total", nullValue())
                .body("error", nullValue());
        String jobId = created.path("jobId");
        assertThat(created.header("Location")).endsWith("/api/jobs/" + jobId);
        awaitEnd(created.header("Location"))
                .then()
                .body("state", equalTo("done"))
                .body("seen", equalTo(3))
                .body("tagged", equalTo(3))
                .body("unchanged", equalTo(0))
                .body("failed", equalTo(0));
        assertThat(bucket.tags("uploads/jobs/0.png")).containsEntry("hangtag:class", "red-shirt");
        given().get("/api/jobs")
                .then()
                .statusCode(200)
                .body("jobs.find { it.jobId == '%s' }.state".formatted(jobId), equalTo("done"));
    }

    @Test
    void retagsByFilter() throws InterruptedException {
        Response created =
                post("{'kind':'retag','by':'ada','filter':{'model':['primary-colors@0.0.1','pastels@1.0.0']}}");

        created.then()
                .statusCode(202)
                .body("total", equalTo(0))
                .body("prefix", nullValue())
                .body("filter.model", equalTo(List.of("primary-colors@0.0.1", "pastels@1.0.0")));
        awaitEnd(created.header("Location"))
                .then()
                .body("state", equalTo("done"))
                .body("tagged", equalTo(0));
    }

    @Test
    void saysHowManyPhotosARetagWillSee() throws InterruptedException {
        // given
        TestShop shop = new TestShop(aws, tagger);
        for (int i = 0; i < 3; i++) {
            shop.tagged(
                    "uploads/counted/%d.png".formatted(i),
                    TestPictures.png(TestPictures.RED_SHIRT, 50 + i),
                    "image/png");
        }
        shop.tagged("uploads/counted/3.png", TestPictures.png(TestPictures.BLUE_JEANS, 50), "image/png");

        // when
        Response created =
                post("{'kind':'retag','by':'ada','filter':{'class':['red-shirt'],'text':'uploads/counted/'}}");

        // then it is known from the first moment on, and right
        created.then().statusCode(202).body("total", equalTo(3));
        awaitEnd(created.header("Location")).then().body("total", equalTo(3)).body("seen", equalTo(3));
    }

    @Test
    void aRetagOfAClassThatNobodyBearsTakesNone() throws InterruptedException {
        Response created = post("{'kind':'retag','by':'ada','filter':{'class':['of-another-model']}}");

        created.then().statusCode(202).body("total", equalTo(0));
        awaitEnd(created.header("Location"))
                .then()
                .body("state", equalTo("done"))
                .body("seen", equalTo(0));
    }

    @Test
    void cancelsAJobThatWaitsForItsRate() {
        // given
        TestBucket bucket = new TestBucket(aws);
        for (int i = 0; i < 3; i++) {
            bucket.put("uploads/slow/%d.png".formatted(i), TestPictures.png(TestPictures.RED_SHIRT, 40 + i));
        }
        String location = post("{'kind':'backfill','by':'ada','prefix':'uploads/slow/','ratePerSecond':0.01}")
                .header("Location");

        // when
        given().delete(location).then().statusCode(200).body("state", equalTo("cancelled"));

        // then
        given().get(location).then().statusCode(200).body("state", equalTo("cancelled"));
        given().delete(location).then().statusCode(200).body("state", equalTo("cancelled"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | MALFORMED_BODY",
                "{'kind':'backfill'} | MALFORMED_BODY",
                "no json | MALFORMED_BODY",
                "{'kind':'backfill','by':'ada','ratePerSecond':'fast'} | MALFORMED_BODY",
                "{'kind':'erase','by':'ada'} | INVALID_PARAMETER",
                "{'kind':'backfill','by':' '} | INVALID_PARAMETER",
                "{'kind':'backfill','by':'ada','prefix':'private/'} | INVALID_PARAMETER",
                "{'kind':'backfill','by':'ada','filter':{'state':['failed']}} | INVALID_PARAMETER",
                "{'kind':'backfill','by':'ada','ratePerSecond':0} | INVALID_PARAMETER",
                "{'kind':'retag','by':'ada','prefix':'uploads/'} | INVALID_PARAMETER",
                "{'kind':'retag','by':'ada','filter':{'colour':['red']}} | INVALID_PARAMETER",
                "{'kind':'retag','by':'ada','filter':{'model':['clothing']}} | INVALID_PARAMETER",
                "{'kind':'retag','by':'ada','filter':{'model':{'a':'b'}}} | INVALID_PARAMETER",
                "{'kind':'retag','by':'ada','filter':{'model':[null]}} | INVALID_PARAMETER",
            })
    void refusesWhatIsNoJob(String body, String code) {
        post(body)
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("code", equalTo(code))
                .body("detail", not(containsString("Exception")));
    }

    @Test
    void knowsNoJobThatWasNeverAskedFor() {
        given().get("/api/jobs/20260301T120000Z-00000000")
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("code", equalTo("NO_SUCH_RESOURCE"));
        given().delete("/api/jobs/none").then().statusCode(404);
    }

    private static Response post(String body) {
        return given().contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post("/api/jobs");
    }

    private static Response awaitEnd(String location) throws InterruptedException {
        for (int attempt = 0; attempt < 300; attempt++) {
            Response job = given().get(location);
            if (!List.of("queued", "running").contains(job.<String>path("state"))) {
                return job;
            }
            Thread.sleep(100);
        }
        throw new AssertionError(
                "The job does not end: " + given().get(location).asString());
    }
}
