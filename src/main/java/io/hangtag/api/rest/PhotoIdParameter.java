package io.hangtag.api.rest;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.tagging.PhotoId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the photoId of a path. Only photos of this deployment's bucket can be named. */
final class PhotoIdParameter {
    /** "Creating object key names", Amazon S3 User Guide. */
    private static final int MAXIMUM_KEY_BYTES = 1024;

    private final String bucket;

    PhotoIdParameter(String bucket) {
        this.bucket = bucket;
    }

    PhotoId parse(String text) {
        PhotoId photoId = photoId(text);
        if (photoId.key().getBytes(StandardCharsets.UTF_8).length > MAXIMUM_KEY_BYTES) {
            throw refused("A key has at most " + MAXIMUM_KEY_BYTES + " bytes");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text) || text.chars().anyMatch(Character::isISOControl)) {
            throw refused("A key has no control characters and no halves of characters");
        }
        if (Arrays.stream(photoId.key().split("/", -1)).anyMatch(part -> part.matches("\\.{1,2}"))) {
            throw refused("A key has no '.' or '..' between its slashes");
        }
        if (!photoId.bucket().equals(bucket)) {
            throw new HangtagException(ErrorCode.NOT_FOUND, "Photos lie in bucket " + bucket);
        }
        return photoId;
    }

    private static PhotoId photoId(String text) {
        try {
            return PhotoId.parse(text);
        } catch (IllegalArgumentException e) {
            throw refused(e.getMessage());
        }
    }

    private static RequestProblemException refused(String detail) {
        return new RequestProblemException(RequestProblem.INVALID_PARAMETER, detail);
    }
}
