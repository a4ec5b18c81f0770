package io.hangtag.model;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Which model answered: {@code name@major.minor.patch}.
 *
 * @param name package name, lower-case letters, digits and hyphens
 * @param version semantic version of three numbers
 */
public record ModelVersion(String name, String version) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}");

    public ModelVersion {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A model name is lower-case words joined by hyphens, not '" + name + "'");
        }
        if (version == null || !VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("A model version is three numbers such as 1.2.0, not '" + version + "'");
        }
    }

    /** Reads {@code name@version}. */
    public static ModelVersion parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("A model is named as name@version, not '" + text + "'");
        }
        return new ModelVersion(text.substring(0, at), text.substring(at + 1));
    }

    /** Whether this is an earlier release of the same model; versions of different models have no order. */
    public boolean isOlderReleaseOf(ModelVersion other) {
        return name.equals(other.name) && Arrays.compare(numbers(), other.numbers()) < 0;
    }

    private int[] numbers() {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}
