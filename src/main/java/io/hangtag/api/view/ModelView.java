package io.hangtag.api.view;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.image.LetterboxSpec;
import io.hangtag.image.RgbColor;
import io.hangtag.model.ModelPackage;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A model package.
 *
 * @param model {@code name@version}
 * @param serving whether it answers now
 * @param licence SPDX identifier; {@code null} where the package states none
 * @param classes how many it tells apart
 * @param sha256 of its {@code model.onnx}
 * @param explains whether it can show where it looked
 * @param metrics as the package states them; {@code docs/model-package.md} says what they are
 */
public record ModelView(
        @Schema(examples = "clothing-73@0.2.0") String model,
        @Schema(examples = "clothing-73") String name,
        @Schema(examples = "0.2.0") String version,
        boolean serving,
        @Schema(examples = "Apache-2.0", nullable = true) String licence,
        Input input,
        @Schema(examples = "73") int classes,

        @Schema(examples = "a8c3dfb754e68b5e4b2fd1df37e1c97116f9d0c031b3587abbee9859b521be39")
        String sha256,

        boolean explains,

        @Schema(
                type = SchemaType.OBJECT,
                implementation = Object.class,
                description = "Figures on the test split, as the package states them")
        JsonNode metrics) {
    /**
     * How a photo becomes what the model takes.
     *
     * @param size side of the square, in pixels
     * @param filter how the photo is resized
     * @param pad what fills the square beside the photo: red, green, blue, 0..255
     */
    @Schema(name = "ModelInput")
    public record Input(
            @Schema(examples = "160") int size,
            @Schema(examples = "bilinear") String filter,
            List<Integer> pad) {}

    /** The view of a package. */
    public static ModelView of(ModelPackage modelPackage, boolean serving) {
        return new ModelView(
                modelPackage.version().toString(),
                modelPackage.version().name(),
                modelPackage.version().version(),
                serving,
                modelPackage.licence().orElse(null),
                input(modelPackage.letterbox()),
                modelPackage.taxonomy().classes().size(),
                modelPackage.sha256(),
                modelPackage.head().isPresent(),
                modelPackage.metrics());
    }

    private static Input input(LetterboxSpec letterbox) {
        RgbColor pad = letterbox.pad();
        return new Input(
                letterbox.size(),
                letterbox.filter().name().toLowerCase(Locale.ROOT),
                List.of(pad.red(), pad.green(), pad.blue()));
    }
}
