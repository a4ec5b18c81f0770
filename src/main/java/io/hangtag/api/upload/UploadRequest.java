package io.hangtag.api.upload;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One file that is to be uploaded.
 *
 * @param name file name, or path of a dropped folder with slashes
 * @param size bytes
 * @param type media type as the browser knows it; only a first hurdle, the content decides later
 */
public record UploadRequest(
        @Schema(examples = "summer/linen shirt.jpg", required = true)
        String name,

        @Schema(examples = "482133", required = true) Long size,
        @Schema(examples = "image/jpeg", required = true) String type) {}
