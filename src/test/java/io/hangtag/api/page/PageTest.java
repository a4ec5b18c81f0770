package io.hangtag.api.page;

import static io.restassured.RestAssured.given;

import io.hangtag.api.TestShop;
import io.hangtag.function.TaggerFunction;
import io.hangtag.local.LocalAws;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * A shop, somebody who looks at its page in a browser, and somebody else who is at it too. The tests of a class share the
 * browser, which remembers nothing from one to the next.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageTest {
    static final int DESKTOP = 1280;
    static final int PHONE = 360;

    LocalAws aws;

    @Inject
    TaggerFunction tagger;

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    TestShop shop;
    Browser browser;

    @BeforeEach
    void openShop() {
        shop = new TestShop(aws, tagger);
        if (browser == null) {
            browser = Browser.open(port);
        }
        browser.forget();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Tells the page who corrects. */
    void signAs(String reviewer) {
        browser.driver().executeScript("localStorage.setItem('hangtag.reviewer', arguments[0])", reviewer);
    }

    /** Somebody else corrects the photo, as it stands now. */
    void labelledBy(String by, String photoId, String classId) {
        given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .header("If-Match", photo(photoId).header("ETag"))
                .body(Map.of("class", classId, "by", by))
                .put("/api/photos/" + TestShop.segment(photoId) + "/label")
                .then()
                .statusCode(200);
    }

    /** What the service says of the photo. */
    static Response photo(String photoId) {
        return given().urlEncodingEnabled(false).get("/api/photos/" + TestShop.segment(photoId));
    }
}
