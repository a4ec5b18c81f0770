package io.hangtag.fuzz;

import java.util.List;
import java.util.Locale;

/** A format to begin from. */
enum FuzzTarget {
    JPEG(List.of(
            "\\xFF\\xD8\\xFF",
            "\\xFF\\xC0",
            "\\xFF\\xC1",
            "\\xFF\\xC2",
            "\\xFF\\xC4",
            "\\xFF\\xC9",
            "\\xFF\\xCA",
            "\\xFF\\xCC",
            "\\xFF\\xD0",
            "\\xFF\\xD9",
            "\\xFF\\xDA",
            "\\xFF\\xDB",
            "\\xFF\\xDD",
            "\\xFF\\xE1",
            "\\xFF\\xEE",
            "Exif\\x00\\x00MM\\x00*",
            "Adobe",
            "JFIF\\x00")),
    PNG(List.of("IHDR", "PLTE", "IDAT", "tRNS", "eXIf", "acTL", "fcTL", "fdAT", "IEND", "CgBI")),
    GIF(List.of("GIF87a", "GIF89a", "!\\xF9\\x04", "!\\xFE", "!\\x01", "!\\xFF\\x0B", ",", ";", "\\x00\\x3B")),
    WEBP(List.of("RIFF", "WEBP", "VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "EXIF", "\\x9D\\x01\\x2A", "\\x2F"));

    private final List<String> words;

    FuzzTarget(List<String> words) {
        this.words = words;
    }

    /** What files of this format are made of, as libFuzzer's dictionaries spell it. */
    List<String> words() {
        return words.stream().map(word -> '"' + word + '"').toList();
    }

    /** The folder of the hostile corpus that holds this format. */
    String folder() {
        return name().toLowerCase(Locale.ROOT) + "/";
    }
}
