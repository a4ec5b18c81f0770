package io.hangtag.model;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Holds single fields of a package against the contract and words the refusal. */
final class PackageCheck {
    private final Path folder;

    PackageCheck(Path folder) {
        this.folder = folder;
    }

    HangtagException refusal(String field, String rule) {
        return new HangtagException(
                ErrorCode.MODEL_REFUSED,
                "The model package %s is refused: %s: %s; release it again or choose another"
                        .formatted(folder, field, rule));
    }

    void that(boolean kept, String field, String rule) {
        if (!kept) {
            throw refusal(field, rule);
        }
    }

    <T> T present(T value, String field) {
        that(value != null, field, "is missing");
        return value;
    }

    double probability(Double value, String field) {
        present(value, field);
        that(value >= 0 && value <= 1, field, "must be a probability 0..1, not " + value);
        return value;
    }

    void checksum(Path file, String expected) {
        that(Files.isRegularFile(file), file.getFileName().toString(), "is missing");
        String actual = sha256(file);
        that(actual.equals(expected), "sha256", "is %s, but %s has %s".formatted(expected, file.getFileName(), actual));
    }

    private String sha256(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw refusal(file.getFileName().toString(), "cannot be read: " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
