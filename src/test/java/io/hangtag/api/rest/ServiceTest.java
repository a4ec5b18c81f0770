package io.hangtag.api.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.hangtag.api.ApiProfile;
import io.hangtag.local.LocalAws;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** What the service says of itself. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class ServiceTest {
    LocalAws aws;

    @Test
    void namesTheClassesOfItsModel() {
        given().get("/api/classes")
                .then()
                .statusCode(200)
                .body("model", equalTo("primary-colors@1.2.0"))
                .body("classes.id", hasItems("red-shirt", "yellow-dress"))
                .body("classes[0].garment", equalTo("Shirt"));
    }

    @Test
    void isLiveAndReady() {
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItems("model", "bucket", "table"));
    }

    @Test
    void describesItself() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("paths", hasKey("/api/classify"))
                .body("components.schemas.Problem.properties", hasKey("code"));
    }

    @Test
    void letsItselfBeTriedOutOnALaptop() {
        given().get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"));
    }

    @Test
    void letsThePageRunOnlyItsOwn() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(not(containsString("https://")))
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .header("Content-Security-Policy", containsString("style-src 'self';"))
                .header(
                        "Content-Security-Policy",
                        containsString("connect-src 'self' " + aws.endpoints().s3() + ";"));
    }
}
