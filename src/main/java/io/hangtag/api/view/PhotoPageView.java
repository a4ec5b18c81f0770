package io.hangtag.api.view;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the catalog.
 *
 * @param cursor what the next page is asked for with, {@code null} on the last one
 */
public record PhotoPageView(
        List<PhotoView> photos,

        @Schema(description = "Ask for the next page with it; null on the last one")
        String cursor) {}
