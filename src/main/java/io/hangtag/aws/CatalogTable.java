package io.hangtag.aws;

/** Names of the catalog table's key, attributes and indexes that index definitions and queries share. */
public final class CatalogTable {
    public static final String PHOTO_ID = "photoId";
    public static final String BUCKET = "bucket";
    public static final String CLASS = "class";
    public static final String STATE = "state";
    public static final String MODEL = "model";
    public static final String CONFIDENCE = "confidence";
    public static final String TAGGED_AT = "taggedAt";

    /** Time to live, in seconds since the epoch; only tombstones have it. */
    public static final String EXPIRES_AT = "expiresAt";

    /** {@link #BUCKET} (string) and {@link #TAGGED_AT} (string): everything, newest first. */
    public static final String BY_BUCKET = "by-bucket";

    /** {@link #CLASS} (string) and {@link #TAGGED_AT} (string). */
    public static final String BY_CLASS = "by-class";

    /** {@link #STATE} (string) and {@link #CONFIDENCE} (number): the review queue, least certain first. */
    public static final String BY_STATE = "by-state";

    /** {@link #MODEL} (string) and {@link #PHOTO_ID} (string): what a re-tag walks. */
    public static final String BY_MODEL = "by-model";

    private CatalogTable() {}
}
