package io.hangtag.api.view;

import java.util.Objects;

/** Cells of a CSV file, quoted where they have to be (RFC 4180). */
final class CsvCells {
    private CsvCells() {}

    /** For people: what a spreadsheet would run as a formula is written as text ("CSV Injection", OWASP). */
    static String shown(Object value) {
        String text = Objects.toString(value, "");
        return exact(text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text);
    }

    /** For programs: what is read back is the very text. */
    static String exact(String text) {
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
