package io.hangtag.image.jpeg;

/** Finds restart markers (T.81 F.2.2.4). With one missing, all that follows would be painted in the wrong place. */
final class RestartMarkers {
    private RestartMarkers() {}

    /**
     * Goes over what is left of an interval.
     *
     * @param file the whole file
     * @param from where to begin
     * @param number which of the eight is due
     * @return index of the byte behind the marker
     */
    static int pass(byte[] file, int from, int number) {
        for (int i = from; i + 1 < file.length; i++) {
            int marker = file[i + 1] & 0xff;
            if (file[i] == (byte) 0xff && marker != 0xff && marker != 0) {
                if (marker != Markers.RESTART_FIRST + number) {
                    throw new EntropyFault("marker FF%02X where restart marker %d is due".formatted(marker, number));
                }
                return i + 2;
            }
        }
        throw EntropyFault.endOfFile("no restart marker");
    }
}
