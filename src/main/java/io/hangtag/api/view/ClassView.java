package io.hangtag.api.view;

import io.hangtag.model.GarmentClass;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A class the model can name.
 *
 * @param pattern {@code null} where the class says nothing of the pattern
 * @param count photos that the model answered, or a person labelled, so
 */
public record ClassView(
        @Schema(examples = "mens-tshirt-solid") String id,
        @Schema(examples = "top") String group,
        @Schema(examples = "T-shirt") String garment,
        @Schema(examples = "men") String audience,
        @Schema(examples = "solid") String pattern,

        @Schema(description = "Photos answered or labelled so", examples = "37")
        int count) {
    /** The view of a class. */
    public static ClassView of(GarmentClass garmentClass, int count) {
        return new ClassView(
                garmentClass.id(),
                garmentClass.group(),
                garmentClass.garment(),
                garmentClass.audience(),
                garmentClass.pattern(),
                count);
    }
}
