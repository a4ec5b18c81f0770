package io.hangtag.api.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.hangtag.api.ApiProfile;
import io.hangtag.api.TestShop;
import io.hangtag.api.upload.BrowserForm;
import io.hangtag.api.upload.UploadService;
import io.hangtag.function.TaggerFunction;
import io.hangtag.local.LocalAws;
import io.hangtag.tagging.PhotoTagger;
import io.hangtag.testing.TestBucket;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
class CorrelationTest {
    private static final String HEADER = "X-Correlation-Id";

    LocalAws aws;

    @Inject
    TaggerFunction tagger;

    @ParameterizedTest
    @ValueSource(strings = {"/api/classes", "/api/nothing", "/api/photos?limit=0", "/q/health/live"})
    void goesBackWithEveryAnswer(String path) {
        given().header(HEADER, "my-id.1").get(path).then().header(HEADER, equalTo("my-id.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "<script>", "65-65-65-65-65-65-65-65-65-65-65-65-65-65-65-65-65-65-65-65-65-65", "ü"})
    void isMadeAnewWhereTheCallersCannotStandInALog(String sent) {
        given().header(HEADER, sent).get("/api/classes").then().header(HEADER, matchesPattern("[0-9a-f-]{36}"));
    }

    @Test
    void isAnotherForEachRequest() {
        assertThat(given().get("/api/classes").header(HEADER))
                .isNotEqualTo(given().get("/api/classes").header(HEADER));
    }

    @Test
    void leadsFromTheRequestForAFormToTheTag() throws Exception {
        byte[] photo = TestPictures.png(TestPictures.RED_SHIRT);
        try (Lines lines = new Lines(UploadService.class, PhotoTagger.class)) {
            // when somebody asks for a form, uploads, and the photo is tagged
            Response form = given().header(HEADER, "from-form-to-tag")
                    .contentType(ContentType.JSON)
                    .body(Map.of("name", "red.png", "size", photo.length, "type", "image/png"))
                    .post("/api/uploads");
            Map<String, String> fields = new LinkedHashMap<>(form.<Map<String, String>>path("fields"));
            BrowserForm.post(URI.create(form.path("url")), fields, photo);
            while (new TestShop(aws, tagger).deliver() == 0) {
                Thread.onSpinWait();
            }

            // then the id stands in both log lines, in the item, and still on the object
            String photoId = form.path("photoId");
            String key = photoId.substring(photoId.indexOf('/') + 1);
            assertThat(lines.said)
                    .contains(
                            "from-form-to-tag " + photoId + ": form given out",
                            "from-form-to-tag " + photoId + ": COMMITTED state=tagged");
            assertThat(new TestBucket(aws).item(key).get("correlationId").s()).isEqualTo("from-form-to-tag");
            assertThat(new TestBucket(aws).metadata(key))
                    .containsEntry("hangtag-correlation", "from-form-to-tag")
                    .containsEntry("hangtag-class", "red-shirt");
        }
    }

    /** What loggers said, each line after its correlation id. */
    private static final class Lines extends Handler implements AutoCloseable {
        private final List<String> said = new CopyOnWriteArrayList<>();
        private final List<Logger> loggers;

        Lines(Class<?>... sources) {
            loggers = List.of(sources).stream()
                    .map(source -> Logger.getLogger(source.getName()))
                    .toList();
            loggers.forEach(logger -> logger.addHandler(this));
        }

        @Override
        public void publish(LogRecord line) {
            ExtLogRecord extended = ExtLogRecord.wrap(line);
            said.add(extended.getMdc("correlationId") + " " + line.getMessage().formatted(line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            loggers.forEach(logger -> logger.removeHandler(this));
        }
    }
}
