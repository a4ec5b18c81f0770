package io.hangtag.api.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;

import io.hangtag.api.ApiProfile;
import io.hangtag.api.TestShop;
import io.hangtag.function.TaggerFunction;
import io.hangtag.local.LocalAws;
import io.hangtag.testing.TestBucket;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ApiProfile.class)
class TagsResourceTest {
    LocalAws aws;

    @Inject
    TaggerFunction tagger;

    @Test
    void showsWhatStandsOnTheObjectTheMerchantsToo() {
        TestShop shop = new TestShop(aws, tagger);
        new TestBucket(aws).put("uploads/tags/sku.png", TestPictures.png(TestPictures.RED_SHIRT));
        while (shop.deliver() == 0) {
            Thread.onSpinWait();
        }

        given().urlEncodingEnabled(false)
                .get("/api/photos/hangtag-photos%2Fuploads%2Ftags%2Fsku.png/tags")
                .then()
                .statusCode(200)
                .body("tags", hasEntry("hangtag:class", "red-shirt"))
                .body("tags", hasEntry("hangtag:model", "primary-colors@1.2.0"))
                .body("metadata", hasEntry("sku", "4711"))
                .body("metadata", hasEntry("hangtag-class", "red-shirt"));
    }

    @Test
    void knowsNoObjectThatIsNotThere() {
        given().urlEncodingEnabled(false)
                .get("/api/photos/hangtag-photos%2Fuploads%2Fnobody.png/tags")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"));
    }
}
