package io.hangtag.api.rest;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * A photo that came as a part of a form, and lies in a temporary file until its request ends.
 *
 * @param upload the part
 */
record FormFile(FileUpload upload) implements Supplier<byte[]> {
    /** The name of the part that holds a photo. */
    static final String PART = "file";

    /** What of the form are photos: at least one. */
    static List<FormFile> of(List<FileUpload> parts) {
        if (parts == null || parts.isEmpty()) {
            throw new RequestProblemException(
                    RequestProblem.MALFORMED_BODY, "The form has no file part named '" + PART + "'; send one");
        }
        return parts.stream().map(FormFile::new).toList();
    }

    /** As whoever sent it calls it. */
    String name() {
        return upload.fileName();
    }

    @Override
    public byte[] get() {
        try {
            return Files.readAllBytes(upload.uploadedFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
