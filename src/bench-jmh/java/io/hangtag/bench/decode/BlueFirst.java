package io.hangtag.bench.decode;

/** Pixels of three bytes in the order that AWT and OpenCV have. */
final class BlueFirst {
    private BlueFirst() {}

    /** Puts red first, in place. */
    static void swap(byte[] samples) {
        for (int i = 0; i < samples.length; i += 3) {
            byte blue = samples[i];
            samples[i] = samples[i + 2];
            samples[i + 2] = blue;
        }
    }
}
