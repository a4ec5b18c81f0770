package io.hangtag.tagging;

/**
 * What a person says a photo shows.
 *
 * @param classId a class of the taxonomy, or {@code not-clothing}
 * @param by who says it
 * @param why their reason, {@code null} if they give none
 */
public record Naming(String classId, String by, String why) {}
