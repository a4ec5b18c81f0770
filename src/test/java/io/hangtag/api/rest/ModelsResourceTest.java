package io.hangtag.api.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.hangtag.api.ApiProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ApiProfile.class)
class ModelsResourceTest {
    @Test
    void saysOfEachPackageWhatItIsAndWhetherItServes() {
        given().get("/api/models")
                .then()
                .statusCode(200)
                .body("models", hasSize(1))
                .body("models[0].model", equalTo("primary-colors@1.2.0"))
                .body("models[0].name", equalTo("primary-colors"))
                .body("models[0].version", equalTo("1.2.0"))
                .body("models[0].serving", equalTo(true))
                .body("models[0].licence", equalTo("Apache-2.0"))
                .body("models[0].input.size", equalTo(16))
                .body("models[0].input.filter", equalTo("bilinear"))
                .body("models[0].input.pad", contains(255, 255, 255))
                .body("models[0].classes", equalTo(4))
                .body("models[0].sha256", matchesPattern("[0-9a-f]{64}"))
                .body("models[0].explains", equalTo(true));
    }
}
