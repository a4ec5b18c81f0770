package io.hangtag.api.upload;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/** Makes the object key of an upload: its own folder under the prefix, so that no upload overwrites another. */
final class UploadKey {
    /** "Creating object key names", Amazon S3 User Guide. */
    private static final int MAXIMUM_KEY_BYTES = 1024;

    private static final int FOLDER_BYTES = 5;

    private final String prefix;
    private final SecureRandom random = new SecureRandom();

    UploadKey(String prefix) {
        this.prefix = prefix;
    }

    /**
     * A new key for a file.
     *
     * @param name file name, or a path of a dropped folder with {@code /} between its parts
     */
    String next(String name) {
        if (name == null || name.isBlank()) {
            throw refused("A file needs a name");
        }
        if (name.chars().anyMatch(Character::isISOControl) || name.indexOf('\\') >= 0) {
            throw refused("A file name has no control characters and no backslash");
        }
        if (Arrays.stream(name.split("/", -1)).anyMatch(part -> part.isBlank() || part.matches("\\.{1,2}"))) {
            throw refused("A file name has no empty parts and no '.' or '..' between its slashes");
        }
        byte[] folder = new byte[FOLDER_BYTES];
        random.nextBytes(folder);
        String key = prefix + HexFormat.of().formatHex(folder) + "/" + name;
        if (key.getBytes(StandardCharsets.UTF_8).length > MAXIMUM_KEY_BYTES) {
            throw refused("The file name is too long: a key has at most " + MAXIMUM_KEY_BYTES + " bytes");
        }
        return key;
    }

    private static RequestProblemException refused(String detail) {
        return new RequestProblemException(RequestProblem.INVALID_PARAMETER, detail);
    }
}
