package io.hangtag.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.Orientation;
import io.hangtag.image.RgbColor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegHeaderTest {
    private final JpegDecoder decoder = new JpegDecoder();
    private final byte[] jpeg = SampleJpegs.jpeg("420");

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void theExifOrientationIsReadInBothByteOrders(Orientation orientation) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            byte[] turned = SampleJpegs.insert(jpeg, 2, exif(order, orientation.ordinal() + 1));

            assertThat(decoder.readHeader(turned).orientation()).isEqualTo(orientation);
        }
    }

    @Test
    void theStoredPixelsAreNotTurned() {
        byte[] turned = SampleJpegs.insert(jpeg, 2, exif(ByteOrder.BIG_ENDIAN, 6));

        assertThat(decoder.decode(turned, 1, RgbColor.WHITE).samples())
                .isEqualTo(decoder.decode(jpeg, 1, RgbColor.WHITE).samples());
    }

    @Test
    void theFirstOfTwoExifBlocksCounts() {
        byte[] second = SampleJpegs.insert(jpeg, 2, exif(ByteOrder.BIG_ENDIAN, 3));
        byte[] both = SampleJpegs.insert(second, 2, exif(ByteOrder.BIG_ENDIAN, 8));

        assertThat(decoder.readHeader(both).orientation()).isEqualTo(Orientation.ROTATE_90_COUNTERCLOCKWISE);
    }

    @Test
    void aBrokenExifBlockMeansUpright() {
        byte[] exif = exif(ByteOrder.LITTLE_ENDIAN, 6);
        for (int length = 0; length < exif.length - 4 - 8; length++) {
            byte[] cut = Arrays.copyOf(exif, 4 + length);
            cut[3] = (byte) (length + 2);

            assertThat(decoder.readHeader(SampleJpegs.insert(jpeg, 2, cut)).orientation())
                    .isEqualTo(Orientation.UPRIGHT);
        }
    }

    @Test
    void aBombIsRefusedBeforeMemoryIsTakenForIt() {
        int frame = SampleJpegs.indexOf(jpeg, Markers.START_OF_FRAME_BASELINE);
        byte[] bomb = SampleJpegs.replace(jpeg, frame + 5, 0xff, 0xdc, 0xff, 0xdc);

        assertThat(decoder.readHeader(bomb).pixels()).isEqualTo(65500L * 65500);
        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> decoder.decode(bomb, 8, RgbColor.WHITE))
                .withMessageContaining("has less data than its 65500 x 65500 pixels need")
                .returns(ErrorCode.CORRUPT_IMAGE, HangtagException::code);
    }

    @Test
    void aHeightThatComesOnlyAfterTheScanIsUnsupported() {
        int frame = SampleJpegs.indexOf(jpeg, Markers.START_OF_FRAME_BASELINE);

        assertRefused(
                SampleJpegs.replace(jpeg, frame + 5, 0, 0),
                ErrorCode.UNSUPPORTED_FORMAT,
                "does not declare its height");
    }

    @Test
    void moreFullSizePixelsThanAnArrayHoldsAreRefused() {
        int frame = SampleJpegs.indexOf(jpeg, Markers.START_OF_FRAME_BASELINE);
        byte[] bomb = SampleJpegs.replace(jpeg, frame + 5, 0xff, 0xdc, 0xff, 0xdc);

        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> decoder.decode(bomb, 1, RgbColor.WHITE))
                .returns(ErrorCode.TOO_MANY_PIXELS, HangtagException::code);
    }

    @Test
    void aWidthOfZeroIsCorrupt() {
        int frame = SampleJpegs.indexOf(jpeg, Markers.START_OF_FRAME_BASELINE);

        assertRefused(SampleJpegs.replace(jpeg, frame + 7, 0, 0), ErrorCode.CORRUPT_IMAGE, "width of 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xc3, 0xc5, 0xc6, 0xc7, 0xcb, 0xcd, 0xce, 0xcf})
    void losslessAndHierarchicalAreUnsupported(int marker) {
        int frame = SampleJpegs.indexOf(jpeg, Markers.START_OF_FRAME_BASELINE);

        assertRefused(
                SampleJpegs.replace(jpeg, frame + 1, marker),
                ErrorCode.UNSUPPORTED_FORMAT,
                "save it as baseline or progressive JPEG");
    }

    @Test
    void twelveBitsAreUnsupported() {
        int frame = SampleJpegs.indexOf(jpeg, Markers.START_OF_FRAME_BASELINE);

        assertRefused(
                SampleJpegs.replace(jpeg, frame + 4, 12),
                ErrorCode.UNSUPPORTED_FORMAT,
                "A JPEG of 12 bits a sample is not read");
    }

    @Test
    void twoComponentsAreUnsupported() {
        int frame = SampleJpegs.indexOf(jpeg, Markers.START_OF_FRAME_BASELINE);

        assertRefused(SampleJpegs.replace(jpeg, frame + 9, 2), ErrorCode.UNSUPPORTED_FORMAT, "2 colour components");
    }

    @Test
    void fractionalSubsamplingIsUnsupported() {
        int frame = SampleJpegs.indexOf(jpeg, Markers.START_OF_FRAME_BASELINE);
        byte[] threeToTwo = SampleJpegs.replace(jpeg, frame + 11, 0x31);
        byte[] fractional = SampleJpegs.replace(threeToTwo, frame + 14, 0x21);

        assertRefused(fractional, ErrorCode.UNSUPPORTED_FORMAT, "subsampled by a fraction");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x01, 0x10, 0x51, 0x15})
    void samplingFactorsOutsideOneToFourAreCorrupt(int factors) {
        int frame = SampleJpegs.indexOf(jpeg, Markers.START_OF_FRAME_BASELINE);

        assertRefused(SampleJpegs.replace(jpeg, frame + 11, factors), ErrorCode.CORRUPT_IMAGE, "frame header");
    }

    @Test
    void otherBytesAreNoJpeg() {
        assertRefused(new byte[0], ErrorCode.UNSUPPORTED_FORMAT, "no JPEG");
        assertRefused(new byte[] {(byte) 0xff}, ErrorCode.UNSUPPORTED_FORMAT, "no JPEG");
        assertRefused("GIF89a".getBytes(StandardCharsets.US_ASCII), ErrorCode.UNSUPPORTED_FORMAT, "no JPEG");
    }

    @Test
    void aFileWithoutFrameHeaderIsCorrupt() {
        byte[] start = {(byte) 0xff, (byte) 0xd8};

        assertRefused(start, ErrorCode.CORRUPT_IMAGE, "ends before its frame header");
        assertRefused(SampleJpegs.insert(start, 2, 0xff, 0xd9), ErrorCode.CORRUPT_IMAGE, "frame header");
        assertRefused(SampleJpegs.insert(start, 2, 0xff, 0xda, 0, 2), ErrorCode.CORRUPT_IMAGE, "frame header");
        assertRefused(new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3, 4, 5}, ErrorCode.CORRUPT_IMAGE, "frame header");
    }

    /** Header and picture are refused alike. */
    private void assertRefused(byte[] file, ErrorCode code, String sentence) {
        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> decoder.readHeader(file))
                .withMessageContaining(sentence)
                .returns(code, HangtagException::code);
        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> decoder.decode(file, 1, RgbColor.WHITE))
                .withMessageContaining(sentence)
                .returns(code, HangtagException::code);
    }

    /** An APP1 segment whose Exif block has the orientation and nothing else. */
    private static byte[] exif(ByteOrder order, int value) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(order);
        byte mark = (byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M');
        tiff.put(mark).put(mark).putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) value).putShort((short) 0).putInt(0);
        ByteBuffer segment = ByteBuffer.allocate(10 + tiff.capacity());
        segment.putShort((short) 0xffe1).putShort((short) (8 + tiff.capacity()));
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
        return segment.array();
    }
}
