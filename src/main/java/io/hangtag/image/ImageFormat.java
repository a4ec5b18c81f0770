package io.hangtag.image;

/** The photo formats that are read. */
public enum ImageFormat {
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    WEBP("image/webp");

    private final String contentType;

    ImageFormat(String contentType) {
        this.contentType = contentType;
    }

    /** The IANA media type. */
    public String contentType() {
        return contentType;
    }
}
