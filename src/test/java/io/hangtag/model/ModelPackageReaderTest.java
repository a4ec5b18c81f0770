package io.hangtag.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.LetterboxSpec;
import io.hangtag.image.ResizeFilter;
import io.hangtag.image.RgbColor;
import io.hangtag.image.Tone;
import io.hangtag.testing.TestClassifiers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPackageReaderTest {
    private static final String NAME = "primary-colors";

    private final ObjectMapper json = new ObjectMapper();
    private final ModelPackageReader reader = new ModelPackageReader(json);

    @TempDir
    Path packages;

    @BeforeEach
    void copyThePackage() throws IOException {
        Files.createDirectories(packages.resolve(NAME));
        for (String file : new String[] {"model.json", "model.onnx", "head.f32"}) {
            Files.copy(
                    TestClassifiers.PACKAGES.resolve(NAME).resolve(file),
                    packages.resolve(NAME).resolve(file));
        }
    }

    @Test
    void readsAPackageThatKeepsTheContract() {
        ModelPackage read = reader.read(packages, NAME);

        assertThat(read.version()).hasToString("primary-colors@1.2.0");
        assertThat(read.letterbox())
                .isEqualTo(new LetterboxSpec(16, ResizeFilter.BILINEAR, new RgbColor(255, 255, 255)));
        assertThat(read.clothingName()).contains("clothing");
        assertThat(read.taxonomy().classes())
                .extracting(GarmentClass::id)
                .containsExactly("red-shirt", "green-shirt", "blue-jeans", "yellow-dress");
        assertThat(read.taxonomy().find("blue-jeans"))
                .contains(new GarmentClass("blue-jeans", "bottom", "Jeans", "men", null, 0.8));
    }

    @Test
    void readsTheWeightsOfTheLastLayerRowByRow() {
        ClassHead head = reader.read(packages, NAME).head().orElseThrow();

        assertThat(head.activationName()).isEqualTo("activation");
        assertThat(head.channels()).isEqualTo(3);
        assertThat(head.weights()).hasSize(4 * 3);
        assertThat(head.weight(2, 2)).isEqualTo(0.04f);
        assertThat(head.weight(3, 0)).isEqualTo(0.0375f);
        assertThat(head.weight(3, 2)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"absent", "null"})
    void readsAPackageThatBringsNoWeights(String how) throws IOException {
        describe(description -> {
            description.remove("head");
            if (how.equals("null")) {
                description.putNull("head");
            }
        });

        assertThat(reader.read(packages, NAME).head()).isEmpty();
    }

    @Test
    void refusesWeightsThatChanged() throws IOException {
        Files.write(packages.resolve(NAME).resolve("head.f32"), new byte[48]);

        assertThat(refusal(() -> reader.read(packages, NAME))).hasMessageContaining("head.sha256: is 453a75d8");
    }

    @Test
    void refusesWeightsThatAreNotThere() throws IOException {
        Files.delete(packages.resolve(NAME).resolve("head.f32"));

        assertThat(refusal(() -> reader.read(packages, NAME))).hasMessageContaining("head.f32: is missing");
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("weightsThatDoNotFit")
    void refusesWeightsThatDoNotFit(float[] weights, String rule) throws Exception {
        // given
        ByteBuffer bytes = ByteBuffer.allocate(4 * weights.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(weights);
        Files.write(packages.resolve(NAME).resolve("head.f32"), bytes.array());
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
        describe(description ->
                description.withObject("head").put("sha256", HexFormat.of().formatHex(digest)));

        // when, then
        assertThat(refusal(() -> new ClassifierLoader(new NativeLibraries(Optional.empty()), 1)
                        .load(reader.read(packages, NAME))))
                .hasMessageContaining(rule);
    }

    static Stream<Arguments> weightsThatDoNotFit() {
        float[] infinite = new float[12];
        infinite[7] = Float.POSITIVE_INFINITY;
        return Stream.of(
                Arguments.of(new float[0], "has 0 bytes, which are not 4 rows of float32"),
                Arguments.of(new float[11], "has 44 bytes, which are not 4 rows of float32"),
                Arguments.of(infinite, "head.f32: holds Infinity"),
                Arguments.of(new float[8], "head: has weights on 2 channels, but 'activation' is [-1, 3, 16, 16]"));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({"rgb,, COLOR", "grey,, GREY", "grey, light-ground, GREY_ON_DARK"})
    void readsWhatTheModelSeesOfColours(String color, String invert, Tone tone) throws IOException {
        describe(description ->
                description.withObject("input").put("color", color).put("invert", invert));

        assertThat(reader.read(packages, NAME).letterbox().tone()).isEqualTo(tone);
    }

    @Test
    void namesThePackagesThereAreWhereAnotherIsAskedFor() {
        HangtagException refused = refusal(() -> reader.read(packages, "clothing-74"));

        assertThat(refused)
                .hasMessageContaining("'clothing-74'")
                .hasMessageContaining("there is: primary-colors")
                .hasMessageContaining("hangtag.model.name");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void refusesAPackageThatBreaksTheContract(String rule, Consumer<ObjectNode> breach) throws IOException {
        // given
        describe(breach);

        // when, then
        assertThat(refusal(() -> new ClassifierLoader(new NativeLibraries(Optional.empty()), 1)
                        .load(reader.read(packages, NAME))))
                .hasMessageContaining(NAME)
                .hasMessageContaining(rule);
    }

    private void describe(Consumer<ObjectNode> change) throws IOException {
        Path file = packages.resolve(NAME).resolve("model.json");
        ObjectNode description = (ObjectNode) json.readTree(file.toFile());
        change.accept(description);
        json.writeValue(file.toFile(), description);
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                breach("schema: must be 1", d -> d.put("schema", 2)),
                breach("decisionRule: must be 1", d -> d.remove("decisionRule")),
                breach("sha256: is 00", d -> d.put("sha256", "00")),
                breach("sha256: is missing", d -> d.remove("sha256")),
                breach("temperature: must be above 0", d -> d.put("temperature", 0)),
                breach("version", d -> d.put("version", "newest")),
                breach(
                        "input.color: must be 'rgb' or 'grey'",
                        d -> d.withObject("input").put("color", "bgr")),
                breach(
                        "input.invert: must be 'light-ground', of a grey input",
                        d -> d.withObject("input").put("color", "grey").put("invert", "always")),
                breach(
                        "input.invert: must be 'light-ground', of a grey input",
                        d -> d.withObject("input").put("invert", "light-ground")),
                breach("nearest", d -> d.withObject("input").put("filter", "nearest")),
                breach("input.size: is missing", d -> d.withObject("input").remove("size")),
                breach(
                        "three levels",
                        d -> d.withObject("input").putArray("pad").add(1)),
                breach("0..1, not 48.0", d -> ((ObjectNode) d.path("classes").path(0)).put("threshold", 48)),
                breach("0..1, not -0.1", d -> d.withObject("thresholds").put("clothing", -0.1)),
                breach(
                        "thresholds.garment.Jeans: is missing",
                        d -> d.withObject("thresholds").withObject("garment").remove("Jeans")),
                breach("head.file: is missing", d -> d.withObject("head").remove("file")),
                breach(
                        "head.file: must be a file of the package's folder",
                        d -> d.withObject("head").put("file", "../head.f32")),
                breach("head.sha256: is missing", d -> d.withObject("head").remove("sha256")),
                breach(
                        "outputs.activation: is missing",
                        d -> d.withObject("outputs").remove("activation")),
                breach("no tensor 'map'", d -> d.withObject("outputs").put("activation", "map")),
                breach("'red-shirt' twice", d -> ((ObjectNode) d.path("classes").path(1)).put("id", "red-shirt")),
                // against the graph
                breach("'logits' is FLOAT [-1, 4]", d -> ((ArrayNode) d.path("classes")).remove(3)),
                breach("no tensor 'probabilities'", d -> d.withObject("outputs").put("logits", "probabilities")),
                breach("no tensor 'garment'", d -> d.withObject("outputs").put("clothing", "garment")),
                breach(
                        "'image' is UINT8 [-1, 16, 16, 3]",
                        d -> d.withObject("input").put("size", 160)));
    }

    private static Arguments breach(String rule, Consumer<ObjectNode> breach) {
        return Arguments.of(rule, breach);
    }

    @Test
    void refusesBrokenJsonByItsFile() throws IOException {
        Files.writeString(packages.resolve(NAME).resolve("model.json"), "{\"schema\": 1,");

        assertThat(refusal(() -> reader.read(packages, NAME))).hasMessageContaining("model.json cannot be read");
    }

    @Test
    void refusesAPackageWithoutItsGraph() throws IOException {
        Files.delete(packages.resolve(NAME).resolve("model.onnx"));

        assertThat(refusal(() -> reader.read(packages, NAME))).hasMessageContaining("model.onnx: is missing");
    }

    private static HangtagException refusal(ThrowingCallable call) {
        HangtagException refused = catchThrowableOfType(HangtagException.class, call);
        assertThat(refused.code()).isEqualTo(ErrorCode.MODEL_REFUSED);
        return refused;
    }
}
