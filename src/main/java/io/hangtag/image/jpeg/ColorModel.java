package io.hangtag.image.jpeg;

import java.util.List;
import java.util.OptionalInt;

/** What the components of a frame mean. */
enum ColorModel {
    GREY,
    YCBCR,
    RGB,
    CMYK,
    YCCK;

    /**
     * Decides as libjpeg does: T.81 leaves it open, so the JFIF marker (T.871) goes first, then Adobe's (T.872 6.5.3), then
     * the component identifiers.
     *
     * @param adobeTransform the transform byte of Adobe's marker, where there is one
     */
    static ColorModel of(List<FrameComponent> components, boolean jfif, OptionalInt adobeTransform) {
        if (components.size() == 1) {
            return GREY;
        }
        if (components.size() == 4) {
            return adobeTransform.orElse(0) == 0 ? CMYK : YCCK;
        }
        if (jfif) {
            return YCBCR;
        }
        if (adobeTransform.isPresent()) {
            return adobeTransform.getAsInt() == 0 ? RGB : YCBCR;
        }
        boolean named = components.get(0).identifier() == 'R'
                && components.get(1).identifier() == 'G'
                && components.get(2).identifier() == 'B';
        return named ? RGB : YCBCR;
    }
}
