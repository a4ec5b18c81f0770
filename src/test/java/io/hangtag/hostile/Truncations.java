package io.hangtag.hostile;

import java.util.Arrays;
import java.util.List;

/** Photos cut off after every whole kilobyte, as uploads that broke off. */
final class Truncations {
    private static final int STEP = 1024;
    private static final List<String> WHOLE = List.of(
            "pleated-skirt.jpg",
            "white-vest-grey.jpg",
            "grey-hoodie.webp",
            "baby-bodysuit-palette.png",
            "navy-briefs.gif");
    private static final List<String> WHOLE_GOLDEN = List.of(
            "jpeg-progressive-420.jpg",
            "jpeg-restart.jpg",
            "jpeg-cmyk.jpg",
            "png-rgb16.png",
            "webp-lossless.webp",
            "webp-lossy-alpha.webp");

    private Truncations() {}

    static List<HostileFile> all() {
        HostileFiles files = new HostileFiles();
        WHOLE.forEach(name -> cut(name, Samples.example(name), files));
        WHOLE_GOLDEN.forEach(name -> cut(name, Samples.golden().get(name), files));
        return files.all();
    }

    private static void cut(String name, byte[] whole, HostileFiles files) {
        // The last bytes are a trailer, without which some photos are whole.
        for (int length = STEP; length < whole.length - 16; length += STEP) {
            files.corrupt("cut/%05d-%s".formatted(length, name), Arrays.copyOf(whole, length));
        }
    }
}
