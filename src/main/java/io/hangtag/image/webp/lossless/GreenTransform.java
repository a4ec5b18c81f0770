package io.hangtag.image.webp.lossless;

/** Green was subtracted from red and blue (RFC 9649, section 3.5.3). */
record GreenTransform() implements Transform {
    @Override
    public int[] undo(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            int green = pixels[i] >> 8 & 0xFF;
            pixels[i] = Argb.add(pixels[i], green << 16 | green);
        }
        return pixels;
    }
}
