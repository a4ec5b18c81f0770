package io.hangtag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.testing.HangtagProcess;
import io.hangtag.testing.TestPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @BeforeEach
    void photos() throws IOException {
        Files.write(folder.resolve("b-red.png"), TestPictures.png(TestPictures.RED_SHIRT));
        Files.write(folder.resolve("a-green.png"), TestPictures.png(TestPictures.GREEN_SHIRT));
        Files.createDirectories(folder.resolve("more/.hidden"));
        Files.write(folder.resolve("more/some shirt.png"), TestPictures.png(TestPictures.SOME_SHIRT));
        Files.write(folder.resolve("more/.hidden/never.png"), TestPictures.png(TestPictures.RED_SHIRT));
        Files.write(folder.resolve(".hidden.png"), TestPictures.png(TestPictures.RED_SHIRT));
    }

    @Test
    void answersAFolderInOrderAsATable() throws Exception {
        // when
        try (HangtagProcess tag = HangtagProcess.start("tag", folder.toString())) {
            // then
            assertThat(tag.awaitExit(LIMIT)).isZero();
            assertThat(tag.lines())
                    .extracting(line -> line.replaceAll("\\s{2,}", " | "))
                    .containsExactly(
                            "green-shirt | class | 1.00 | " + folder.resolve("a-green.png"),
                            "red-shirt | class | 1.00 | " + folder.resolve("b-red.png"),
                            "Shirt | garment | 0.98 | " + folder.resolve("more/some shirt.png"));
            assertThat(tag.errors()).isEmpty();
        }
    }

    @Test
    void jsonLineHasTheseFieldsInThisOrder() throws Exception {
        // when
        try (HangtagProcess tag = HangtagProcess.start(
                "tag", "--json", folder.resolve("b-red.png").toString())) {
            assertThat(tag.awaitExit(LIMIT)).isZero();
            // then
            assertThat(tag.lines()).hasSize(1);
            String line = tag.lines().get(0);
            assertThat(line.replaceAll("\"(confidence|probability|millis)\":[0-9.eE-]+", "\"$1\":0"))
                    .isEqualTo(("{'file':'%s','state':'tagged','level':'class','class':'red-shirt','group':'top',"
                                    + "'garment':'Shirt','audience':'men','pattern':'solid','confidence':0,"
                                    + "'top':[{'class':'red-shirt','probability':0},{'class':'yellow-dress','probability':0},"
                                    + "{'class':'green-shirt','probability':0},{'class':'blue-jeans','probability':0}],"
                                    + "'model':'primary-colors@1.2.0','millis':0,'error':null}")
                            .replace('\'', '"')
                            .formatted(folder.resolve("b-red.png")));
        }
    }

    @Test
    void badFilesAreLinesWithTheirCodeAndNeverAStop() throws Exception {
        // given
        Files.writeString(folder.resolve("c-note.txt"), "no picture");
        Files.createFile(folder.resolve("d-empty.png"));
        byte[] whole = TestPictures.png(TestPictures.RED_SHIRT);
        Files.write(folder.resolve("e-half.png"), Arrays.copyOf(whole, whole.length / 2));
        // when
        try (HangtagProcess tag = HangtagProcess.start("tag", "--json", folder.toString(), "no-such-file.jpg")) {
            // then
            assertThat(tag.awaitExit(LIMIT)).isEqualTo(1);
            List<JsonNode> lines = json(tag.lines());
            assertThat(lines)
                    .extracting(line -> line.path("error").path("code").asText("none"))
                    .containsExactly(
                            "none", "none", "UNSUPPORTED_FORMAT", "EMPTY_OBJECT", "CORRUPT_IMAGE", "none", "NOT_FOUND");
            JsonNode missing = lines.get(6);
            assertThat(missing.path("file").asText()).isEqualTo("no-such-file.jpg");
            assertThat(missing.path("state").asText()).isEqualTo("failed");
            assertThat(missing.path("class").isNull()).isTrue();
            assertThat(missing.path("top").isNull()).isTrue();
            assertThat(missing.path("error").path("text").asText()).isNotBlank();
        }
    }

    @Test
    void takesPathsFromStandardInput() throws Exception {
        // given
        Path list = folder.resolve("list");
        Files.writeString(list, folder.resolve("b-red.png") + "\n" + folder.resolve("more") + "\n");
        // when
        try (HangtagProcess tag = HangtagProcess.start(list, "tag", "--json", "-")) {
            // then
            assertThat(tag.awaitExit(LIMIT)).isZero();
            assertThat(json(tag.lines()))
                    .extracting(line ->
                            Path.of(line.path("file").asText()).getFileName().toString())
                    .containsExactly("b-red.png", "some shirt.png");
        }
    }

    @Test
    void unknownModelIsWrongUsageAndTheOthersAreNamed() throws Exception {
        // when
        try (HangtagProcess tag = HangtagProcess.start("tag", "--model", "fashion", folder.toString())) {
            // then
            assertThat(tag.awaitExit(LIMIT)).isEqualTo(2);
            assertThat(tag.errors()).contains("'fashion'").contains("primary-colors");
            assertThat(tag.lines()).isEmpty();
        }
    }

    @Test
    void noFilesAndUnknownOptionsAreWrongUsage() throws Exception {
        // when
        try (HangtagProcess noFiles = HangtagProcess.start("tag");
                HangtagProcess unknown = HangtagProcess.start("tag", "--yaml", folder.toString());
                HangtagProcess nothing = HangtagProcess.start()) {
            // then
            assertThat(noFiles.awaitExit(LIMIT)).isEqualTo(2);
            assertThat(unknown.awaitExit(LIMIT)).isEqualTo(2);
            assertThat(nothing.awaitExit(LIMIT)).isEqualTo(2);
            assertThat(noFiles.errors()).contains("Usage: hangtag tag");
            assertThat(unknown.errors()).contains("--yaml");
        }
    }

    private static List<JsonNode> json(List<String> lines) throws IOException {
        List<JsonNode> parsed = new ArrayList<>();
        for (String line : lines) {
            parsed.add(new ObjectMapper().readTree(line));
        }
        return parsed;
    }
}
