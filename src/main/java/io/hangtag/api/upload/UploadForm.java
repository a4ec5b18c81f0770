package io.hangtag.api.upload;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The form that uploads one file: send {@code fields} in order as multipart/form-data, the file last as {@code file}.
 *
 * @param photoId what the photo will be called: bucket/key
 * @param url where the form is posted to
 * @param fields form fields, in order
 * @param expiresAt when the form ends
 */
@Schema(description = "A presigned S3 POST for one file: send the fields, then the file as the last part, 'file'.")
public record UploadForm(
        @Schema(examples = "hangtag-photos/uploads/3f9a01c2de/linen shirt.jpg")
        String photoId,

        @Schema(examples = "https://hangtag-photos.s3.eu-central-1.amazonaws.com/")
        URI url,

        Map<String, String> fields,
        Instant expiresAt) {}
