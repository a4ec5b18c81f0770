package io.hangtag.image.jpeg;

import io.hangtag.image.Orientation;
import io.hangtag.image.exif.ExifOrientation;
import java.util.OptionalInt;

/** What the APPn segments say of the picture; one that is broken is passed over, like one that is unknown. */
final class ApplicationData {
    private static final int JFIF_BYTES = 14;
    private static final int ADOBE_BYTES = 12;
    private static final String EXIF = "Exif\0\0";

    private boolean jfif;
    private OptionalInt adobeTransform = OptionalInt.empty();
    private boolean exifSeen;
    private Orientation orientation = Orientation.UPRIGHT;

    void read(Segment segment) {
        if (segment.marker() == Markers.APPLICATION_0) {
            jfif |= segment.startsWith("JFIF\0") && segment.length() >= JFIF_BYTES;
        } else if (segment.marker() == Markers.APPLICATION_1 && segment.startsWith(EXIF) && !exifSeen) {
            // A second Exif segment belongs to no rule; the first is what other readers show.
            exifSeen = true;
            orientation = ExifOrientation.read(
                    segment.file(), segment.start() + EXIF.length(), segment.length() - EXIF.length());
        } else if (segment.marker() == Markers.APPLICATION_14
                && segment.startsWith("Adobe")
                && segment.length() >= ADOBE_BYTES) {
            adobeTransform = OptionalInt.of(segment.unsignedByte(ADOBE_BYTES - 1));
        }
    }

    boolean jfif() {
        return jfif;
    }

    OptionalInt adobeTransform() {
        return adobeTransform;
    }

    Orientation orientation() {
        return orientation;
    }
}
