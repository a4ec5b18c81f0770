package io.hangtag.aws;

import java.util.List;

/** Names of the catalog table's key, attributes and indexes that index definitions and queries share. */
public final class CatalogTable {
    public static final String PHOTO_ID = "photoId";
    public static final String BUCKET = "bucket";
    public static final String CLASS = "class";
    public static final String STATE = "state";
    public static final String MODEL = "model";
    public static final String CONFIDENCE = "confidence";
    public static final String TAGGED_AT = "taggedAt";
    public static final String LEVEL = "level";
    public static final String GROUP = "group";
    public static final String GARMENT = "garment";
    public static final String AUDIENCE = "audience";
    public static final String PATTERN = "pattern";
    public static final String REVISION = "revision";
    public static final String UPLOADED_AT = "uploadedAt";

    /** When the item was committed, by the clock of whoever did. */
    public static final String CHANGED_AT = "changedAt";

    /** Whether a person's word is in force; absent if not. */
    public static final String CORRECTED = "corrected";

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

    /** {@link #BUCKET} (string) and {@link #CHANGED_AT} (string): what the index in memory follows, tombstones included. */
    public static final String BY_CHANGE = "by-change";

    /** What {@link #BY_CHANGE} holds of an item beside the keys. */
    public static final List<String> CHANGE_ATTRIBUTES = List.of(
            REVISION,
            STATE,
            LEVEL,
            CLASS,
            GROUP,
            GARMENT,
            AUDIENCE,
            PATTERN,
            MODEL,
            CONFIDENCE,
            UPLOADED_AT,
            TAGGED_AT,
            CORRECTED);

    private CatalogTable() {}
}
