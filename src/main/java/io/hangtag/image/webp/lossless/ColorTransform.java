package io.hangtag.image.webp.lossless;

/**
 * Red was made less by a part of green, and blue by parts of green and red (RFC 9649, section 3.5.2).
 *
 * @param width of the picture
 * @param height of the picture
 * @param blocks the parts for each block: of red in blue, of green in blue, of green in red
 */
record ColorTransform(int width, int height, BlockImage blocks) implements Transform {
    @Override
    public int[] undo(int[] pixels) {
        for (int y = 0; y < height; y++) {
            int row = y * width;
            for (int x = 0; x < width; x++) {
                pixels[row + x] = undo(pixels[row + x], blocks.at(x, y));
            }
        }
        return pixels;
    }

    private static int undo(int argb, int parts) {
        byte redInBlue = (byte) (parts >> 16);
        byte greenInBlue = (byte) (parts >> 8);
        byte greenInRed = (byte) parts;
        byte green = (byte) (argb >> 8);
        byte red = (byte) ((argb >> 16) + part(greenInRed, green));
        int blue = argb + part(greenInBlue, green) + part(redInBlue, red);
        return argb & 0xFF00FF00 | (red & 0xFF) << 16 | blue & 0xFF;
    }

    private static int part(byte factor, byte level) {
        return factor * level >> 5;
    }
}
