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

    /** The bytes of a file that has the checksum it should have. */
    byte[] verified(Path file, String expected, String field) {
        present(expected, field);
        that(Files.isRegularFile(file), file.getFileName().toString(), "is missing");
        byte[] bytes = bytes(file);
        String actual = sha256(bytes);
        that(actual.equals(expected), field, "is %s, but %s has %s".formatted(expected, file.getFileName(), actual));
        return bytes;
    }

    private byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw refusal(file.getFileName().toString(), "cannot be read: " + e.getMessage());
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
