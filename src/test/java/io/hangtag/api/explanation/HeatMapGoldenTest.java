package io.hangtag.api.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.image.LetterboxGeometry;
import io.hangtag.model.ClassActivationMap;
import io.hangtag.model.ClassActivationMaps;
import io.hangtag.model.ClassHead;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds heat maps against NumPy's; {@code golden.py} beside the file made it. */
class HeatMapGoldenTest {
    private final JsonNode golden;

    HeatMapGoldenTest() throws IOException {
        golden = new ObjectMapper()
                .readTree(Path.of("src/test/resources/io/hangtag/api/explanation/golden.json")
                        .toFile());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void equalsNumpysOnStandingLyingAndSquarePhotos(int number) {
        JsonNode expected = golden.path("pictures").path(number);
        int width = expected.path("width").asInt();
        int height = expected.path("height").asInt();
        int size = golden.path("size").asInt();

        HeatMap map = HeatMap.of(
                activationMap(expected.path("class").asInt()),
                LetterboxGeometry.of(width, height, size),
                size,
                LetterboxGeometry.of(width, height, golden.path("side").asInt()));

        assertThat(map.peak()).isCloseTo(expected.path("peak").asDouble(), within(1e-5));
        assertThat(map.height()).isEqualTo(expected.path("heat").size());
        for (int y = 0; y < map.height(); y++) {
            assertThat(map.width()).isEqualTo(expected.path("heat").path(y).size());
            for (int x = 0; x < map.width(); x++) {
                assertThat(map.values()[y * map.width() + x])
                        .isCloseTo(expected.path("heat").path(y).path(x).asDouble(), within(1e-5));
            }
        }
    }

    private ClassActivationMap activationMap(int classIndex) {
        ClassHead head = new ClassHead("activation", golden.path("channels").asInt(), floats("weights"));
        return ClassActivationMaps.of(
                floats("activation"),
                golden.path("columns").asInt(),
                golden.path("rows").asInt(),
                head,
                classIndex);
    }

    private float[] floats(String name) {
        float[] values = new float[golden.path(name).size()];
        IntStream.range(0, values.length)
                .forEach(i -> values[i] = (float) golden.path(name).path(i).asDouble());
        return values;
    }
}
