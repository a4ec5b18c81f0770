package io.hangtag.api.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.api.ApiProfile;
import io.hangtag.api.TestShop;
import io.hangtag.function.TaggerFunction;
import io.hangtag.local.LocalAws;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ApiProfile.class)
class ServiceMetricsTest {
    LocalAws aws;

    @Inject
    TaggerFunction tagger;

    @Test
    void countsAndTimesClassificationsByWhatBecameOfThem() {
        double tagged = metric("hangtag_classifications_total{state=\"tagged\"}");
        double decoded = metric("hangtag_decode_seconds_count");
        double inferred = metric("hangtag_inference_seconds_count");

        given().contentType("image/png")
                .body(TestPictures.png(TestPictures.RED_SHIRT))
                .post("/api/classify");

        assertThat(metric("hangtag_classifications_total{state=\"tagged\"}")).isEqualTo(tagged + 1);
        assertThat(metric("hangtag_decode_seconds_count")).isEqualTo(decoded + 1);
        assertThat(metric("hangtag_inference_seconds_count")).isEqualTo(inferred + 1);
        assertThat(metric("hangtag_inference_seconds_sum")).isPositive();
    }

    @Test
    void countsRefusalsByTheirCode() {
        double corrupt = metric("hangtag_problems_total{code=\"EMPTY_OBJECT\"}");
        double unknown = metric("hangtag_problems_total{code=\"UNKNOWN_PARAMETER\"}");

        given().contentType("image/png").post("/api/classify");
        given().get("/api/photos?colour=red");

        assertThat(metric("hangtag_problems_total{code=\"EMPTY_OBJECT\"}")).isEqualTo(corrupt + 1);
        assertThat(metric("hangtag_problems_total{code=\"UNKNOWN_PARAMETER\"}")).isEqualTo(unknown + 1);
    }

    @Test
    void countsThumbnailsThatWereInMemoryAndThatWereMade() {
        String photoId = new TestShop(aws, tagger)
                .tagged("uploads/metrics/red.png", TestPictures.png(TestPictures.RED_SHIRT, 111), "image/png");
        String path = "/api/photos/" + TestShop.segment(photoId) + "/image?size=96";
        double hits = metric("hangtag_thumbnails_total{cache=\"hit\"}");
        double misses = metric("hangtag_thumbnails_total{cache=\"miss\"}");

        for (int i = 0; i < 3; i++) {
            given().urlEncodingEnabled(false).get(path).then().statusCode(200);
        }

        assertThat(metric("hangtag_thumbnails_total{cache=\"miss\"}")).isEqualTo(misses + 1);
        assertThat(metric("hangtag_thumbnails_total{cache=\"hit\"}")).isEqualTo(hits + 2);
    }

    @Test
    void countsRequestsByTemplateNotByPhoto() {
        given().urlEncodingEnabled(false).get("/api/photos/hangtag-photos%2Fuploads%2Fsecret-name.png");

        String metrics = given().get("/q/metrics").asString();

        assertThat(metrics).contains("http_server_requests_seconds_count{").doesNotContain("secret-name");
    }

    private static double metric(String name) {
        Matcher line = Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(given().get("/q/metrics").asString());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }
}
