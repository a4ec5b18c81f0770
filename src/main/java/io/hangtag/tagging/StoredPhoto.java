package io.hangtag.tagging;

/**
 * A photo as the store has it.
 *
 * @param version what the store says of it
 * @param bytes the whole content
 */
public record StoredPhoto(ObjectVersion version, byte[] bytes) {}
