package io.hangtag.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture with what Python answered, through the same package.
 *
 * @param file beside the golden answers
 * @param logits of the classes
 * @param clothing logit of the clothing output, 0 where the package has none
 */
record GoldenPicture(String file, float[] logits, double clothing) {
    /** Those of a folder, which have to be of that package's release. */
    static List<GoldenPicture> read(Path folder, ModelPackage model) throws IOException {
        JsonNode golden =
                new ObjectMapper().readTree(folder.resolve("golden.json").toFile());
        assertThat(golden.path("model").path("version").asText())
                .as("the golden answers are this release's")
                .isEqualTo(model.version().version());
        List<GoldenPicture> pictures = new ArrayList<>();
        for (JsonNode picture : golden.path("pictures")) {
            float[] logits = new float[picture.path("logits").size()];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = (float) picture.path("logits").path(i).asDouble();
            }
            pictures.add(new GoldenPicture(
                    picture.path("file").asText(),
                    logits,
                    picture.path("clothing").asDouble()));
        }
        return pictures;
    }

    @Override
    public String toString() {
        return file;
    }
}
