package io.hangtag.api.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.api.ApiProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ApiProfile.class)
class BundleTest {
    private static final int BUDGET = 200_000;
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"(/static/[^\"]+)\"");

    @Test
    void staysWithinItsBudget() throws IOException {
        String index = given().get("/").asString();
        List<String> files = REFERENCE.matcher(index).results().map(this::path).toList();

        assertThat(files).anyMatch(file -> file.endsWith(".js")).anyMatch(file -> file.endsWith(".css"));
        int bytes = 0;
        for (String file : files) {
            int zipped = zipped(given().get(file).asByteArray());
            System.out.printf("bundle: %s %,d bytes gzipped%n", file, zipped);
            bytes += zipped;
        }
        System.out.printf("bundle: %d files, %,d bytes gzipped of %,d%n", files.size(), bytes, BUDGET);
        assertThat(bytes).isLessThanOrEqualTo(BUDGET);
    }

    private String path(MatchResult reference) {
        return reference.group(1);
    }

    private static int zipped(byte[] file) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(file);
        }
        return zipped.size();
    }
}
