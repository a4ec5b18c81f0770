package io.hangtag.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.api.TestShop;
import io.hangtag.function.TaggerFunction;
import io.hangtag.local.LocalAws;
import io.hangtag.testing.LocalAwsResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The examples as a newcomer sees them. */
@QuarkusTest
@TestProfile(ExamplesPictureTest.Served.class)
@EnabledIf(value = "hasModel", disabledReason = "models/packages has no clothing-73 yet")
class ExamplesPictureTest {
    private static final Path EXAMPLES = Path.of("examples");

    LocalAws aws;

    @Inject
    TaggerFunction tagger;

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    static boolean hasModel() {
        return Files.exists(Path.of("models", "packages", "clothing-73", "model.json"));
    }

    @Test
    void showsTheExamples() throws IOException {
        TestShop shop = new TestShop(aws, tagger);
        List<Path> photos = examples();
        for (Path photo : photos) {
            shop.tagged("uploads/" + photo.getFileName(), Files.readAllBytes(photo), "application/octet-stream");
        }

        try (Browser browser = Browser.open(port)) {
            browser.show("", 1280, false);
            browser.awaitText("a.photo-card .file", photos.get(0).getFileName().toString());
            browser.awaitPictures();
            browser.picture("examples");
            assertThat(browser.violations()).isEmpty();
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** The photos of examples/, by name. */
    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().matches(".*\\.(jpg|png|webp|gif)"))
                    .sorted()
                    .toList();
        }
    }

    /** The service as it is delivered, on the local endpoints. */
    public static class Served implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.test-port", "0", "hangtag.jobs.worker", "true");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(LocalAwsResource.class));
        }
    }
}
