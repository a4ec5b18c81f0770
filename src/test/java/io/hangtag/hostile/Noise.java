package io.hangtag.hostile;

import java.util.Random;

/** Bytes without any order, the same in every run. */
final class Noise {
    private Noise() {}

    static byte[] bytes(long seed, int count) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
