package io.hangtag.bench.decode;

import io.hangtag.image.RgbImage;
import java.util.Locale;

/**
 * How far two pictures of one size are apart, in levels of 0..255.
 *
 * @param mean of all samples
 * @param most of any sample
 */
record Difference(double mean, int most) {
    static Difference between(RgbImage one, RgbImage other) {
        long sum = 0;
        int most = 0;
        for (int i = 0; i < one.samples().length; i++) {
            int apart = Math.abs((one.samples()[i] & 0xff) - (other.samples()[i] & 0xff));
            sum += apart;
            most = Math.max(most, apart);
        }
        return new Difference((double) sum / one.samples().length, most);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f / %d", mean, most);
    }
}
