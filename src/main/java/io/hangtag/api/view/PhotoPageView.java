package io.hangtag.api.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the catalog.
 *
 * @param cursor what the next page is asked for with, {@code null} on the last one
 * @param total photos that match, on a first page; else {@code null}
 * @param facets how many there are of each kind, on a first page; else {@code null}
 */
@Schema(
        description =
                "A page of photos. It may hold fewer than its limit, even none, where photos were changed while it was read:"
                        + " go on until the cursor is null.")
public record PhotoPageView(
        List<PhotoView> photos,

        @Schema(description = "Ask for the next page with it; null on the last one", nullable = true)
        String cursor,

        @Schema(description = "Photos that match; on a first page only", examples = "412", nullable = true)
        Integer total,

        @Schema(description = "On a first page only", nullable = true)
        FacetsView facets) {}
