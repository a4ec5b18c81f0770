package io.hangtag.image.webp.lossy;

/**
 * Settings that macroblocks share in up to four groups (RFC 6386, sections 9.3 and 19.2).
 *
 * @param enabled whether there are groups
 * @param mapped whether every macroblock says which it belongs to; else all belong to the first
 * @param absolute whether the values replace those of the frame instead of being added to them
 * @param quantizers a value for each group
 * @param filterLevels a value for each group
 * @param treeProbabilities for reading the group of a macroblock
 */
record Segmentation(
        boolean enabled,
        boolean mapped,
        boolean absolute,
        int[] quantizers,
        int[] filterLevels,
        int[] treeProbabilities) {
    static final int SEGMENTS = 4;

    static Segmentation read(BoolDecoder bits) {
        boolean mapped = false;
        // Where the values are left out, the RFC would add zeros; libwebp, and so every viewer, replaces by zeros.
        boolean absolute = true;
        int[] quantizers = new int[SEGMENTS];
        int[] filterLevels = new int[SEGMENTS];
        int[] treeProbabilities = {255, 255, 255};
        boolean enabled = bits.readFlag();
        if (enabled) {
            mapped = bits.readFlag();
            if (bits.readFlag()) {
                absolute = bits.readFlag();
                readAll(bits, quantizers, 7);
                readAll(bits, filterLevels, 6);
            }
            if (mapped) {
                for (int i = 0; i < treeProbabilities.length; i++) {
                    treeProbabilities[i] = bits.readFlag() ? bits.readLiteral(8) : 255;
                }
            }
        }
        return new Segmentation(enabled, mapped, absolute, quantizers, filterLevels, treeProbabilities);
    }

    private static void readAll(BoolDecoder bits, int[] values, int width) {
        for (int i = 0; i < values.length; i++) {
            values[i] = bits.readOptionalSigned(width);
        }
    }

    /** The quantizer index of a group in a frame with that index. */
    int quantizer(int segment, int ofFrame) {
        return adjusted(quantizers[segment], ofFrame);
    }

    /** The filter level of a group in a frame with that level. */
    int filterLevel(int segment, int ofFrame) {
        return adjusted(filterLevels[segment], ofFrame);
    }

    private int adjusted(int value, int ofFrame) {
        if (!enabled) {
            return ofFrame;
        }
        return absolute ? value : ofFrame + value;
    }
}
