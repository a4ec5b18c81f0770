package io.hangtag.fuzz;

/** What Jazzer calls with each input. */
public final class PhotoFuzzer {
    private static final FuzzedReading READING = new FuzzedReading();

    private PhotoFuzzer() {}

    public static void fuzzerTestOneInput(byte[] photo) {
        READING.read(PngChecksums.isPng(photo) ? PngChecksums.setRight(photo) : photo);
    }
}
