package io.hangtag.order;

import io.hangtag.testing.TestPictures;
import java.nio.charset.StandardCharsets;

/** What merchants upload, one for each way in which a photo can end. */
enum Picture {
    RED(TestPictures.png(TestPictures.RED_SHIRT, 8)),
    BLUE(TestPictures.png(TestPictures.BLUE_JEANS, 8)),
    /** A garment whose class is not answered. */
    UNSURE(TestPictures.png(TestPictures.SOME_SHIRT, 8)),
    WHITE(TestPictures.png(TestPictures.NOT_CLOTHING, 8)),
    BROKEN("<html>no photo</html>".getBytes(StandardCharsets.UTF_8)),
    EMPTY(new byte[0]);

    private final byte[] bytes;

    Picture(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** One of them, by any number. */
    static Picture of(int number) {
        return values()[number % values().length];
    }
}
