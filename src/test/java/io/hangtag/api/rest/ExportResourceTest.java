package io.hangtag.api.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.hangtag.api.ApiProfile;
import io.hangtag.api.TestShop;
import io.hangtag.function.TaggerFunction;
import io.hangtag.local.LocalAws;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(ApiProfile.class)
class ExportResourceTest {
    LocalAws aws;

    @Inject
    TaggerFunction tagger;

    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = new TestShop(aws, tagger);
    }

    @Test
    void writesEveryPhotoAsALineOfCsv() {
        String plain = shop.tagged("uploads/export/a.png", TestPictures.png(TestPictures.GREEN_SHIRT), "image/png");
        String quoted =
                shop.tagged("uploads/export/a \"b\", c.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        correct(plain, "=1+1");

        List<String> lines = given().get("/api/export.csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("hangtag.csv"))
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(lines.get(0)).startsWith("photoId,state,level,class,group,");
        assertThat(lines)
                .anyMatch(line -> line.startsWith(plain + ",tagged,class,blue-jeans,bottom,Jeans,men,,")
                        && line.contains(",true,green-shirt,'=1+1,"))
                .anyMatch(line -> line.startsWith("\"" + quoted.replace("\"", "\"\"") + "\",tagged,class,red-shirt,")
                        && line.endsWith(",false,red-shirt,,,,"));
    }

    @Test
    void walksAllPagesOfAFilter() {
        int moreThanAPage = CatalogQueries.DEFAULT_LIMIT + 2;
        for (int i = 0; i < moreThanAPage; i++) {
            shop.tagged("uploads/export/y" + i + ".png", TestPictures.png(TestPictures.SOME_SHIRT), "image/png");
        }

        List<String> lines = given().queryParam("state", "needs-review")
                .get("/api/export.jsonl")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(lines)
                .hasSizeGreaterThanOrEqualTo(moreThanAPage)
                .doesNotHaveDuplicates()
                .allMatch(line -> JsonPath.from(line).get("state").equals("needs-review"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=lost", "limit=3", "class=trousers"})
    void refusesFiltersItDoesNotKnow(String query) {
        given().get("/api/export.csv?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400));
    }

    private static void correct(String photoId, String by) {
        String path = "/api/photos/" + TestShop.segment(photoId);
        given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .header("If-Match", given().urlEncodingEnabled(false).get(path).header("ETag"))
                .body(Map.of("class", "blue-jeans", "by", by))
                .put(path + "/label")
                .then()
                .statusCode(200);
    }
}
