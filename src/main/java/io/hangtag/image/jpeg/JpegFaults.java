package io.hangtag.image.jpeg;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;

/** The ways in which a JPEG is refused, each with what the merchant can do. */
final class JpegFaults {
    private JpegFaults() {}

    static HangtagException corrupt(String what) {
        return new HangtagException(ErrorCode.CORRUPT_IMAGE, what + ": save the photo again and upload it again");
    }

    static HangtagException truncated(String what) {
        return new HangtagException(ErrorCode.CORRUPT_IMAGE, what + ": upload the whole file again");
    }

    static HangtagException unsupported(String what) {
        return new HangtagException(
                ErrorCode.UNSUPPORTED_FORMAT, what + ": save it as baseline or progressive JPEG with 8 bits a sample");
    }

    static HangtagException tooManyPixels() {
        return new HangtagException(
                ErrorCode.TOO_MANY_PIXELS, "This JPEG has more pixels than fit into memory: upload a smaller one");
    }
}
