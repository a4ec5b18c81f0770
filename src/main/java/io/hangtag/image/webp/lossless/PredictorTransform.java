package io.hangtag.image.webp.lossless;

/**
 * Each pixel was replaced by its difference from a prediction by its neighbours (RFC 9649, section 3.5.1).
 *
 * @param width of the picture
 * @param height of the picture
 * @param blocks says in green how each block is predicted
 */
record PredictorTransform(int width, int height, BlockImage blocks) implements Transform {
    @Override
    public int[] undo(int[] pixels) {
        pixels[0] = Argb.add(pixels[0], Argb.BLACK);
        for (int x = 1; x < width; x++) {
            pixels[x] = Argb.add(pixels[x], pixels[x - 1]);
        }
        for (int y = 1; y < height; y++) {
            int row = y * width;
            pixels[row] = Argb.add(pixels[row], pixels[row - width]);
            for (int x = 1; x < width; x++) {
                int mode = blocks.at(x, y) >> 8 & 0xF;
                pixels[row + x] = Argb.add(pixels[row + x], predict(mode, pixels, row + x));
            }
        }
        return pixels;
    }

    /** To the right above the last column is the first pixel of this very row, which is also what the format wants. */
    private int predict(int mode, int[] pixels, int at) {
        int left = pixels[at - 1];
        int above = pixels[at - width];
        int aboveLeft = pixels[at - width - 1];
        int aboveRight = pixels[at - width + 1];
        return switch (mode) {
            case 1 -> left;
            case 2 -> above;
            case 3 -> aboveRight;
            case 4 -> aboveLeft;
            case 5 -> Argb.average(Argb.average(left, aboveRight), above);
            case 6 -> Argb.average(left, aboveLeft);
            case 7 -> Argb.average(left, above);
            case 8 -> Argb.average(aboveLeft, above);
            case 9 -> Argb.average(above, aboveRight);
            case 10 -> Argb.average(Argb.average(left, aboveLeft), Argb.average(above, aboveRight));
            case 11 -> Argb.distance(above, aboveLeft) < Argb.distance(left, aboveLeft) ? left : above;
            case 12 -> Argb.gradient(left, above, aboveLeft);
            case 13 -> Argb.halfGradient(Argb.average(left, above), aboveLeft);
            // Modes 14 and 15 are not defined; libwebp takes them as 0.
            default -> Argb.BLACK;
        };
    }
}
