package io.hangtag.bench.scale;

/**
 * What AWS lets through in a second, and what one photo takes of it. Where each figure stands is named; all are defaults that AWS may
 * change.
 */
enum Limit {
    /**
     * 5,500 GET and HEAD requests a second to a prefix ("Best practices design patterns: optimizing Amazon S3 performance", Amazon
     * S3 User Guide). A photo takes GetObject, HeadObject and GetObjectTagging.
     */
    S3_READS("S3 reads of one prefix", 5_500, 3),
    /** 3,500 PUT, COPY, POST and DELETE requests a second to a prefix (same page). A photo takes one CopyObject. */
    S3_WRITES("S3 writes of one prefix", 3_500, 1),
    /** 4,000 write units a second, a new on-demand table's ("On-demand capacity mode", Amazon DynamoDB Developer Guide). */
    TABLE_WRITES("DynamoDB writes of the table, new and on demand", 4_000, 1),
    /**
     * 1,000 write units a second to a partition ("Best practices for designing and using partition keys effectively", Amazon DynamoDB
     * Developer Guide). by-change and by-bucket have the bucket for their partition key and a time for their sort key: all writes
     * go to the end of one collection, which splitting for heat does not help.
     */
    INDEX_PARTITION("DynamoDB writes of one key of by-change and by-bucket", 1_000, 1);

    private final String title;
    private final double unitsPerSecond;
    private final double unitsPerPhoto;

    Limit(String title, double unitsPerSecond, double unitsPerPhoto) {
        this.title = title;
        this.unitsPerSecond = unitsPerSecond;
        this.unitsPerPhoto = unitsPerPhoto;
    }

    String title() {
        return title;
    }

    double unitsPerSecond() {
        return unitsPerSecond;
    }

    double unitsPerPhoto() {
        return unitsPerPhoto;
    }

    /** Photos a second that it lets through. */
    double photosPerSecond() {
        return unitsPerSecond / unitsPerPhoto;
    }
}
