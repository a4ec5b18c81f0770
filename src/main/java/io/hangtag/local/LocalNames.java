package io.hangtag.local;

/**
 * What the local resources are called.
 *
 * @param bucket of the photos
 * @param uploadPrefix whose events are subscribed
 * @param table of the catalog
 */
public record LocalNames(String bucket, String uploadPrefix, String table) {
    /** The defaults of {@link io.hangtag.config.HangtagConfig}. */
    public static final LocalNames DEFAULT = new LocalNames("hangtag-photos", "uploads/", "hangtag-catalog");
}
