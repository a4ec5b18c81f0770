package io.hangtag.catalog;

import java.text.Normalizer;

/**
 * Makes texts comparable whatever the case of their letters: folded by code point, as {@link String#equalsIgnoreCase}
 * compares, so that a part of a text folds to a part of the folded text; composed before (NFC), since some systems name files
 * in decomposed letters.
 */
final class TextFold {
    private static final int ASCII = 128;

    /** The folded text; the same object where that changes nothing. */
    String of(String text) {
        if (text.chars().allMatch(c -> c < ASCII && (c < 'A' || c > 'Z'))) {
            return text;
        }
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder folded = new StringBuilder(composed.length());
        composed.codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
