package io.hangtag.api.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.hangtag.api.ApiProfile;
import io.hangtag.local.LocalAws;
import io.hangtag.local.LocalNames;
import io.hangtag.model.AnswerLevel;
import io.hangtag.model.Decision;
import io.hangtag.model.GarmentClass;
import io.hangtag.model.ModelVersion;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.HumanLabel;
import io.hangtag.tagging.PhotoContent;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
import io.hangtag.tagging.Sequencer;
import io.hangtag.testing.CatalogSeed;
import io.hangtag.testing.TestTaxonomies;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What listing, counts and exports answer; each test has a folder of its own, which it asks for by text. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class ListingTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final String folder = UUID.randomUUID() + "/";

    LocalAws aws;

    @Test
    void countsWhatMatchesAndWhatEachValueWouldBring() {
        write(
                tagged("a.jpg", "red-shirt", 0.9),
                tagged("b.jpg", "red-shirt", 0.8),
                tagged("c.jpg", "green-shirt", 0.7),
                tagged("d.jpg", "blue-jeans", 0.6));

        list("class=red-shirt")
                .body("total", equalTo(2))
                .body("photos", hasSize(2))
                .body("facets.class.value", contains("red-shirt", "blue-jeans", "green-shirt"))
                .body("facets.class.count", contains(2, 1, 1))
                .body("facets.garment.value", contains("Shirt"))
                .body("facets.garment.count", contains(2))
                .body("facets.audience.value", contains("men"))
                .body("facets.state.value", contains("tagged"));
        list("class=red-shirt&audience=women")
                .body("total", equalTo(0))
                .body("photos", empty())
                .body("facets.class.value", contains("green-shirt"))
                .body("facets.audience.value", contains("men"))
                .body("facets.garment", empty());
    }

    @Test
    void countsAPersonsWordInPlaceOfTheModels() {
        write(corrected("a.jpg", "red-shirt", "blue-jeans", "anna"), tagged("b.jpg", "red-shirt", 0.8));

        list("class=blue-jeans").body("total", equalTo(1)).body("photos.predicted.class", contains("red-shirt"));
        list("garment=Jeans&group=bottom").body("total", equalTo(1));
        list("class=red-shirt").body("photos.key", contains("uploads/" + folder + "b.jpg"));
    }

    @Test
    void sortsByUploadOrByDoubt() {
        write(
                uploaded("a.jpg", NOON, 0.5),
                uploaded("b.jpg", NOON.plusSeconds(9), 0.9),
                uploaded("c.jpg", NOON.minusSeconds(9), 0.7));

        list("").body("photos.key.collect { it[-5..-5] }", contains("b", "a", "c"))
                .body("photos[0].uploadedAt", equalTo("2026-11-20T12:00:09Z"));
        list("sort=least-certain").body("photos.key.collect { it[-5..-5] }", contains("a", "c", "b"));
    }

    @Test
    void filtersByConfidenceAndUpload() {
        write(
                uploaded("a.jpg", NOON, 0.5),
                uploaded("b.jpg", NOON.plusSeconds(9), 0.9),
                uploaded("c.jpg", NOON.minusSeconds(9), 0.7));

        list("minConfidence=0.7").body("total", equalTo(2));
        list("maxConfidence=7e-1").body("total", equalTo(2));
        list("minConfidence=0.6&maxConfidence=0.8").body("total", equalTo(1));
        list("uploadedFrom=2026-11-20T12:00:00Z").body("total", equalTo(2));
        list("uploadedTo=2026-11-20T12:00:00Z").body("total", equalTo(1));
        list("uploadedFrom=2026-11-20T14:00:00%2B02:00&uploadedTo=2026-11-20T12:00:01Z")
                .body("total", equalTo(1));
    }

    @Test
    void walksEachPhotoOnceAndCountsOnTheFirstPageOnly() {
        write(IntStream.range(0, 25)
                .mapToObj(i -> uploaded(i + ".jpg", NOON.plusSeconds(i % 5), 0.5))
                .toArray(CatalogItem[]::new));

        List<String> walked = new ArrayList<>();
        String cursor = "";
        do {
            Response page = given().queryParam("text", folder)
                    .queryParam("limit", 7)
                    .queryParam("cursor", cursor)
                    .get("/api/photos");
            page.then()
                    .statusCode(200)
                    .body("total", cursor.isEmpty() ? equalTo(25) : nullValue())
                    .body("facets", cursor.isEmpty() ? notNullValue() : nullValue());
            walked.addAll(page.path("photos.key"));
            cursor = page.path("cursor");
        } while (cursor != null);

        assertThat(walked).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void refusesACursorUnderOtherFilters() {
        write(tagged("a.jpg", "red-shirt", 0.9), tagged("b.jpg", "red-shirt", 0.9));
        String cursor = list("limit=1").extract().path("cursor");

        given().queryParam("text", folder)
                .queryParam("state", "tagged")
                .queryParam("cursor", cursor)
                .get("/api/photos")
                .then()
                .statusCode(400)
                .body("code", equalTo("BROKEN_CURSOR"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=x onerror=alert(1)>.jpg",
                "'; DROP TABLE photos; --.jpg",
                "Größe 42 – 夏 👗.jpg",
                "..%2f..%2f etc passwd.jpg",
                "\u202egpj.exe\u0000\u0007.jpg",
                "%s%n${jndi:ldap://x}.jpg"
            })
    void findsHostileNamesByTheirTextAndShowsThemAsTheyAre(String name) {
        write(tagged(name, "red-shirt", 0.9));

        given().queryParam("text", folder + upperCase(name))
                .get("/api/photos")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("photos.key", contains("uploads/" + folder + name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "%", "\ud83d", "*", ".*", "\\", "\"", "' OR '1'='1", "</script>"})
    void takesAnyTextAsText(String text) {
        given().queryParam("text", text + folder)
                .get("/api/photos")
                .then()
                .statusCode(200)
                .body("total", equalTo(0));
    }

    @Test
    void countsTheClassesOfTheTaxonomy() {
        write(tagged("a.jpg", "yellow-dress", 0.9), corrected("b.jpg", "red-shirt", "yellow-dress", "anna"));

        int dresses = list("class=yellow-dress").extract().path("total");
        int all = given().get("/api/photos?limit=1").path("total");
        assertThat(dresses).isEqualTo(2);
        given().get("/api/classes")
                .then()
                .statusCode(200)
                .body(
                        "classes.find { it.id == 'yellow-dress' }.count",
                        equalTo(given().get("/api/photos?class=yellow-dress&limit=1")
                                .<Integer>path("total")))
                .body("photos", equalTo(all));
    }

    @Test
    void exportsUnderTheSameFiltersMoreThanAPage() {
        write(IntStream.range(0, 450)
                .mapToObj(i -> tagged(i + ".jpg", i % 2 == 0 ? "red-shirt" : "blue-jeans", 0.5))
                .toArray(CatalogItem[]::new));

        List<String> lines = export("jsonl", Map.of("class", "red-shirt"));

        assertThat(lines)
                .hasSize(225)
                .doesNotHaveDuplicates()
                .allMatch(line -> JsonPath.from(line).get("class").equals("red-shirt"));
        assertThat(export("csv", Map.of("class", "blue-jeans"))).hasSize(226);
    }

    @Test
    void exportsWhatPeopleDecidedAsTrainingTakesIt() {
        String quoted = "a \"b\", c.jpg";
        write(
                corrected("=cmd.jpg", "red-shirt", "blue-jeans", "anna"),
                corrected(quoted, "red-shirt", Decision.NOT_CLOTHING, "anna"),
                tagged("plain.jpg", "red-shirt", 0.9));

        List<String> lines = export("csv", Map.of("form", "corrections"));

        String photos = LocalNames.DEFAULT.bucket() + "/uploads/" + folder;
        assertThat(lines.get(0)).isEqualTo("source,id,classes");
        assertThat(Set.copyOf(lines.subList(1, lines.size())))
                .containsExactlyInAnyOrder(
                        "hangtag," + photos + "=cmd.jpg,blue-jeans",
                        "hangtag,\"" + photos + quoted.replace("\"", "\"\"") + "\",not-clothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void exportsNoFormula(String by) {
        write(corrected("a.jpg", "red-shirt", "blue-jeans", by));

        String file = given().queryParam("text", folder).get("/api/export.csv").asString();

        assertThat(file).contains("'" + by).doesNotContain("," + by).doesNotContain("\"" + by);
    }

    @Test
    void saysWhichParametersThereAre() {
        JsonPath document = given().accept("application/json").get("/q/openapi").jsonPath();

        for (String path : List.of("/api/photos", "/api/export.csv", "/api/export.jsonl")) {
            assertThat(document.<List<String>>get("paths.'%s'.get.parameters.'$ref'".formatted(path)).stream()
                            .filter(Objects::nonNull)
                            .map(ref -> ref.substring(ref.lastIndexOf('/') + 1))
                            .collect(Collectors.toSet()))
                    .as(path)
                    .containsAll(CatalogFilters.NAMES)
                    .contains("sort");
        }
        assertThat(document.<Map<String, ?>>get("components.parameters").keySet())
                .containsAll(CatalogFilters.NAMES);
    }

    /** Letter by letter, as keys are compared: no SS of a sharp s. */
    private static String upperCase(String text) {
        return text.codePoints()
                .map(Character::toUpperCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private ValidatableResponse list(String query) {
        return given().urlEncodingEnabled(false)
                .get("/api/photos?text=" + folder + "&" + query)
                .then()
                .statusCode(200);
    }

    private List<String> export(String form, Map<String, String> parameters) {
        return given().queryParam("text", folder)
                .queryParams(parameters)
                .get("/api/export." + form)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
    }

    private void write(CatalogItem... items) {
        new CatalogSeed(aws.clients().dynamodb(), LocalNames.DEFAULT.table()).writeNow(Stream.of(items));
    }

    private CatalogItem tagged(String name, String classId, double confidence) {
        return item(name, classId, confidence, NOON, null);
    }

    private CatalogItem uploaded(String name, Instant at, double confidence) {
        return item(name, "red-shirt", confidence, at, null);
    }

    private CatalogItem corrected(String name, String classId, String named, String by) {
        return item(name, classId, 0.4, NOON, new HumanLabel(named, by, NOON, null, classId, "c0ffee"));
    }

    private CatalogItem item(String name, String classId, double confidence, Instant uploadedAt, HumanLabel human) {
        GarmentClass answered = TestTaxonomies.primaryColors().find(classId).orElseThrow();
        return new CatalogItem(
                new PhotoId(LocalNames.DEFAULT.bucket(), "uploads/" + folder + name),
                1,
                Sequencer.of("1"),
                PhotoState.TAGGED,
                new PhotoContent("\"e\"", null, "c0ffee", 4711, 600, 800, "image/jpeg", uploadedAt),
                new Decision(
                        true,
                        AnswerLevel.CLASS,
                        classId,
                        answered.group(),
                        answered.garment(),
                        answered.audience(),
                        answered.pattern(),
                        confidence,
                        List.of()),
                new ModelVersion("primary-colors", "1.2.0"),
                NOON,
                null,
                List.of(),
                human,
                List.of());
    }
}
