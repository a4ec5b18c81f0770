package io.hangtag.api.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The classes of the model that serves, in its order.
 *
 * @param model name@version
 * @param photos all photos of the catalog, whatever they were answered as
 */
public record TaxonomyView(
        @Schema(examples = "clothing-73@0.1.0") String model,
        List<ClassView> classes,

        @Schema(description = "All photos of the catalog", examples = "20000")
        int photos) {}
