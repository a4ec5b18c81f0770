package io.hangtag.image.jpeg;

/** Marker codes, the byte after {@code 0xFF} (T.81 table B.1). */
public final class Markers {
    static final int TEMPORARY = 0x01;
    public static final int START_OF_FRAME_BASELINE = 0xc0;
    static final int START_OF_FRAME_EXTENDED = 0xc1;
    static final int START_OF_FRAME_PROGRESSIVE = 0xc2;
    public static final int DEFINE_HUFFMAN_TABLES = 0xc4;
    static final int EXTENSION = 0xc8;
    static final int START_OF_FRAME_EXTENDED_ARITHMETIC = 0xc9;
    static final int START_OF_FRAME_PROGRESSIVE_ARITHMETIC = 0xca;
    static final int DEFINE_ARITHMETIC_CONDITIONING = 0xcc;
    static final int START_OF_FRAME_LAST = 0xcf;
    static final int RESTART_FIRST = 0xd0;
    static final int RESTART_LAST = 0xd7;
    public static final int START_OF_IMAGE = 0xd8;
    public static final int END_OF_IMAGE = 0xd9;
    public static final int START_OF_SCAN = 0xda;
    public static final int DEFINE_QUANTIZATION_TABLES = 0xdb;
    static final int DEFINE_RESTART_INTERVAL = 0xdd;
    public static final int APPLICATION_0 = 0xe0;
    static final int APPLICATION_1 = 0xe1;
    static final int APPLICATION_14 = 0xee;

    private Markers() {}

    static boolean isRestart(int marker) {
        return marker >= RESTART_FIRST && marker <= RESTART_LAST;
    }

    /** Any SOFn, also of the processes that are not read. */
    static boolean isStartOfFrame(int marker) {
        return marker >= START_OF_FRAME_BASELINE
                && marker <= START_OF_FRAME_LAST
                && marker != DEFINE_HUFFMAN_TABLES
                && marker != EXTENSION
                && marker != DEFINE_ARITHMETIC_CONDITIONING;
    }

    /** Whether the marker stands alone, without a length and parameters (T.81 B.1.1.4). */
    static boolean standsAlone(int marker) {
        return marker == TEMPORARY || (marker >= RESTART_FIRST && marker <= END_OF_IMAGE);
    }
}
