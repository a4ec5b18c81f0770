package io.hangtag.api.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.hangtag.api.TestShop;
import io.hangtag.function.TaggerFunction;
import io.hangtag.local.LocalAws;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(TokenProfile.class)
class TokenServiceTest {
    LocalAws aws;

    @Inject
    TaggerFunction tagger;

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/photos/hangtag-photos%2Fa.png/label",
        "DELETE, /api/photos/hangtag-photos%2Fa.png/label",
        "POST, /api/photos/labels",
        "POST, /api/uploads",
    })
    void asksForATokenBeforeAnythingIsChanged(String method, String path) {
        for (String authorization : new String[] {null, "Bearer another-token-than-that"}) {
            request(authorization)
                    .request(method, path)
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", startsWith("Bearer"))
                    .body("code", equalTo("UNAUTHENTICATED"));
        }
    }

    @Test
    void takesTheWritesOfWhoHasTheToken() {
        TestShop shop = new TestShop(aws, tagger);
        String photoId = shop.tagged("uploads/token/red.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");

        request("Bearer " + TokenProfile.TOKEN)
                .header("If-Match", "\"1\"")
                .body(Map.of("class", "green-shirt", "by", "anna"))
                .put("/api/photos/" + TestShop.segment(photoId) + "/label")
                .then()
                .statusCode(200)
                .body("class", equalTo("green-shirt"));
    }

    @Test
    void answersWhoOnlyReadsOrAsks() {
        given().get("/api/photos").then().statusCode(200);
        given().contentType("image/png")
                .body(TestPictures.png(TestPictures.RED_SHIRT))
                .post("/api/classify")
                .then()
                .statusCode(200);
    }

    @Test
    void givesOriginalsOutOfTheBucketUnderTheTypeTheyHave() {
        byte[] photo = TestPictures.png(TestPictures.BLUE_JEANS);
        String photoId = new TestShop(aws, tagger).tagged("uploads/token/söme jeans+1.png", photo, "text/html");

        Response redirect = image(photoId);

        // The emulator knows no key of ours, so nobody can follow the link; the signature is the SDK's.
        redirect.then().statusCode(307);
        assertThat(redirect.header("Location"))
                .startsWith(aws.endpoints().s3() + "/hangtag-photos/uploads/token/s%C3%B6me%20jeans%2B1.png?")
                .contains("response-content-type=image%2Fpng")
                .contains("X-Amz-Expires=600")
                .contains("X-Amz-Signature=");
        given().get("/")
                .then()
                .header(
                        "Content-Security-Policy",
                        containsString(
                                "img-src 'self' blob: data: " + aws.endpoints().s3() + ";"));
    }

    @Test
    void doesNotLeadABrowserToWhatIsNoPhoto() {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        String photoId = new TestShop(aws, tagger).tagged("uploads/token/page.png", page, "text/html");

        image(photoId).then().statusCode(415).body("code", equalTo("UNSUPPORTED_FORMAT"));
    }

    private static RequestSpecification request(String authorization) {
        RequestSpecification request = given().urlEncodingEnabled(false).contentType(ContentType.JSON);
        return authorization == null ? request : request.header("Authorization", authorization);
    }

    private static Response image(String photoId) {
        return given().urlEncodingEnabled(false)
                .redirects()
                .follow(false)
                .get("/api/photos/" + TestShop.segment(photoId) + "/image");
    }
}
