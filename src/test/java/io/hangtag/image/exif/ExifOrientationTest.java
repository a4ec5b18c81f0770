package io.hangtag.image.exif;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.image.Orientation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExifOrientationTest {
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int ASCII = 2;

    @ParameterizedTest
    @CsvSource({
        "1, UPRIGHT",
        "2, FLIP_HORIZONTALLY",
        "3, ROTATE_180",
        "4, FLIP_VERTICALLY",
        "5, TRANSPOSE",
        "6, ROTATE_90_CLOCKWISE",
        "7, TRANSVERSE",
        "8, ROTATE_90_COUNTERCLOCKWISE"
    })
    void everyValueIsReadInBothByteOrders(int value, Orientation expected) {
        assertThat(read(block(ByteOrder.LITTLE_ENDIAN, SHORT, 1, value))).isEqualTo(expected);
        assertThat(read(block(ByteOrder.BIG_ENDIAN, SHORT, 1, value))).isEqualTo(expected);
    }

    @Test
    void aLongIsReadAsSomeEditorsWriteIt() {
        assertThat(read(block(ByteOrder.LITTLE_ENDIAN, LONG, 1, 6))).isEqualTo(Orientation.ROTATE_90_CLOCKWISE);
        assertThat(read(block(ByteOrder.BIG_ENDIAN, LONG, 1, 6))).isEqualTo(Orientation.ROTATE_90_CLOCKWISE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 255, 65535})
    void aValueOutsideOneToEightMeansUpright(int value) {
        assertThat(read(block(ByteOrder.BIG_ENDIAN, SHORT, 1, value))).isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void aValueOfAnotherTypeOrCountMeansUpright() {
        assertThat(read(block(ByteOrder.LITTLE_ENDIAN, ASCII, 1, 6))).isEqualTo(Orientation.UPRIGHT);
        assertThat(read(block(ByteOrder.LITTLE_ENDIAN, SHORT, 2, 6))).isEqualTo(Orientation.UPRIGHT);
    }

    @Test
    void theBlockMayStandAnywhereInItsFile() {
        byte[] block = block(ByteOrder.BIG_ENDIAN, SHORT, 1, 8);
        byte[] file = new byte[block.length + 50];
        System.arraycopy(block, 0, file, 30, block.length);

        assertThat(ExifOrientation.read(file, 30, block.length)).isEqualTo(Orientation.ROTATE_90_COUNTERCLOCKWISE);
    }

    @Test
    void aBlockThatEndsBeforeTheTagMeansUpright() {
        byte[] block = block(ByteOrder.LITTLE_ENDIAN, SHORT, 1, 6);
        int tagEnd = block.length - 4;

        for (int length = 0; length < tagEnd; length++) {
            assertThat(read(Arrays.copyOf(block, length))).isEqualTo(Orientation.UPRIGHT);
            assertThat(ExifOrientation.read(block, 0, length)).isEqualTo(Orientation.UPRIGHT);
        }
        assertThat(read(Arrays.copyOf(block, tagEnd))).isEqualTo(Orientation.ROTATE_90_CLOCKWISE);
    }

    @Test
    void aDirectoryOffsetOutsideTheBlockMeansUpright() {
        for (int offset : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 37, 1000}) {
            byte[] block = block(ByteOrder.BIG_ENDIAN, SHORT, 1, 6);
            ByteBuffer.wrap(block).putInt(4, offset);

            assertThat(read(block)).isEqualTo(Orientation.UPRIGHT);
        }
    }

    @Test
    void anythingElseMeansUprightAndNeverAnError() {
        assertThat(ExifOrientation.read(new byte[100], -5, 50)).isEqualTo(Orientation.UPRIGHT);
        assertThat(ExifOrientation.read(new byte[100], 99, Integer.MAX_VALUE)).isEqualTo(Orientation.UPRIGHT);
        assertThat(ExifOrientation.read(new byte[100], 200, 50)).isEqualTo(Orientation.UPRIGHT);

        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] block = block(ByteOrder.LITTLE_ENDIAN, SHORT, 1, 6);
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                block[random.nextInt(block.length)] = (byte) random.nextInt();
            }
            assertThat(read(block)).isNotNull();
        }
    }

    private static Orientation read(byte[] block) {
        return ExifOrientation.read(block, 0, block.length);
    }

    /** A block with a maker's tag before the orientation, and the offset of a next directory after it. */
    private static byte[] block(ByteOrder order, int type, int count, int value) {
        ByteBuffer block = ByteBuffer.allocate(38).order(order);
        byte mark = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
        block.put(mark).put(mark).putShort((short) 42).putInt(8).putShort((short) 2);
        block.putShort((short) 0x010f).putShort((short) ASCII).putInt(4).putInt(0x41424300);
        block.putShort((short) 0x0112).putShort((short) type).putInt(count);
        if (type == LONG) {
            block.putInt(value);
        } else {
            block.putShort((short) value).putShort((short) 0);
        }
        return block.putInt(0).array();
    }
}
