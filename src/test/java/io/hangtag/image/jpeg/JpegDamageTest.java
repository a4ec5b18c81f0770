package io.hangtag.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.RgbColor;
import io.hangtag.image.RgbImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, there is a picture or an error that says what is wrong. */
class JpegDamageTest {
    private static final Set<ErrorCode> REFUSALS =
            EnumSet.of(ErrorCode.CORRUPT_IMAGE, ErrorCode.UNSUPPORTED_FORMAT, ErrorCode.TOO_MANY_PIXELS);

    private final JpegDecoder decoder = new JpegDecoder();

    static List<String> names() {
        return SampleJpegs.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aTruncatedFileIsCorruptUnlessAllPixelsAreThere(String name) {
        byte[] jpeg = SampleJpegs.jpeg(name);
        for (int reduction : new int[] {1, 4, 8}) {
            RgbImage whole = decoder.decode(jpeg, reduction, RgbColor.WHITE);
            for (int length = 2; length < jpeg.length; length += length > jpeg.length - 80 ? 1 : 64) {
                byte[] cut = Arrays.copyOf(jpeg, length);
                try {
                    assertThat(decoder.decode(cut, reduction, RgbColor.WHITE).samples())
                            .as("%s cut to %d of %d bytes", name, length, jpeg.length)
                            .isEqualTo(whole.samples());
                } catch (HangtagException e) {
                    assertThat(e.code()).isEqualTo(ErrorCode.CORRUPT_IMAGE);
                    assertThat(e).hasMessageContaining("upload the whole file again");
                }
            }
        }
    }

    @Test
    void aTruncatedFileSaysHowMuchOfItThereWas() {
        byte[] jpeg = SampleJpegs.jpeg("tall");
        int data = SampleJpegs.indexOfScanData(jpeg);

        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> decode(Arrays.copyOf(jpeg, data + (jpeg.length - data) / 2)))
                .withMessageMatching("This JPEG ends after (4|5)\\d % of its rows: upload the whole file again");
    }

    @Test
    void anEndMarkerPutOnATruncatedFileHelpsNothing() {
        byte[] jpeg = SampleJpegs.jpeg("420");
        byte[] cut = Arrays.copyOf(jpeg, jpeg.length - 300);

        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> decode(SampleJpegs.insert(cut, cut.length, 0xff, 0xd9)))
                .withMessageStartingWith("A scan of this JPEG ends after ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"420", "restart", "non-interleaved", "progressive-420", "progressive-many-steps"})
    void aMissingEndMarkerIsForgivenWhereAllDataIsThere(String name) {
        byte[] jpeg = SampleJpegs.jpeg(name);
        byte[] withoutEnd = Arrays.copyOf(jpeg, jpeg.length - 2);

        assertThat(jpeg).endsWith((byte) 0xff, (byte) 0xd9);
        for (int reduction : new int[] {1, 2, 4, 8}) {
            assertThat(decoder.decode(withoutEnd, reduction, RgbColor.WHITE).samples())
                    .isEqualTo(decoder.decode(jpeg, reduction, RgbColor.WHITE).samples());
        }
    }

    @Test
    void aMissingEndMarkerIsNotForgivenWhereZeroBytesMayBeMissingToo() {
        // Arithmetic coders leave out zeros at the end, so that a cut could not be told from them.
        byte[] jpeg = SampleJpegs.jpeg("arithmetic");

        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> decode(Arrays.copyOf(jpeg, jpeg.length - 2)))
                .withMessageContaining("This JPEG ends after");
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatFollowsTheEndMarkerIsPassedOver(String name) {
        byte[] jpeg = SampleJpegs.jpeg(name);

        assertThat(decode(SampleJpegs.insert(jpeg, jpeg.length, 1, 2, 3, 0xff, 0xc0, 0, 1)))
                .isEqualTo(decode(jpeg));
    }

    @Test
    void aFillByteOrStrayByteBeforeAMarkerIsPassedOver() {
        byte[] jpeg = SampleJpegs.jpeg("progressive-420");
        List<Integer> markers = segments(jpeg);
        byte[] filled = jpeg;
        byte[] strayed = jpeg;
        for (int i = markers.size() - 1; i >= 0; i--) {
            filled = SampleJpegs.insert(filled, markers.get(i), 0xff, 0xff);
            strayed = SampleJpegs.insert(strayed, markers.get(i), 0, 7, 0xff, 0);
        }

        assertThat(markers).hasSizeGreaterThan(10);
        assertThat(decode(filled)).isEqualTo(decode(jpeg));
        assertThat(decode(strayed)).isEqualTo(decode(jpeg));
    }

    @Test
    void strayBytesBeforeARestartMarkerArePassedOver() {
        byte[] jpeg = SampleJpegs.jpeg("restart");
        int marker = indexOfRestart(jpeg, 0);

        assertThat(decode(SampleJpegs.insert(jpeg, marker, 1, 2, 3))).isEqualTo(decode(jpeg));
        assertThat(decode(SampleJpegs.insert(jpeg, marker, 0xff, 0xff))).isEqualTo(decode(jpeg));
    }

    @Test
    void aWrongRestartMarkerIsCorrupt() {
        byte[] jpeg = SampleJpegs.jpeg("restart");
        int marker = indexOfRestart(jpeg, 1);

        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> decode(SampleJpegs.replace(jpeg, marker + 1, 0xd4)))
                .withMessageContaining("FFD4 where restart marker 1 is due")
                .returns(ErrorCode.CORRUPT_IMAGE, HangtagException::code);
    }

    @Test
    void aCodeThatIsInNoTableIsCorrupt() {
        byte[] jpeg = SampleJpegs.jpeg("420");
        int data = SampleJpegs.indexOfScanData(jpeg);

        // The code of ones only is never given out; FF is followed by a stuffed zero.
        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> decode(SampleJpegs.replace(jpeg, data, 0xff, 0, 0xff, 0, 0xff, 0, 0xff, 0)))
                .withMessageContaining("damaged after 0 % of its rows")
                .returns(ErrorCode.CORRUPT_IMAGE, HangtagException::code);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xc4, 0xdb})
    void aMissingTableIsCorrupt(int marker) {
        byte[] jpeg = SampleJpegs.jpeg("420");
        // Made a comment, segment by segment.
        byte[] without = jpeg;
        for (int at : segments(jpeg)) {
            if ((jpeg[at + 1] & 0xff) == marker) {
                without = SampleJpegs.replace(without, at + 1, 0xfe);
            }
        }
        byte[] broken = without;

        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> decode(broken))
                .withMessageContaining("lacks a")
                .returns(ErrorCode.CORRUPT_IMAGE, HangtagException::code);
    }

    @Test
    void scansThatRepeatAreRefused() {
        byte[] jpeg = SampleJpegs.jpeg("progressive-420");
        int scan = SampleJpegs.indexOf(jpeg, Markers.START_OF_SCAN);
        int next = nextMarker(jpeg, SampleJpegs.indexOfScanData(jpeg));
        byte[] first = Arrays.copyOfRange(jpeg, scan, next);
        byte[] repeated = SampleJpegs.insert(jpeg, next, first);

        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> decode(repeated))
                .withMessageContaining("Scan 2 of this JPEG does not continue those before it")
                .returns(ErrorCode.CORRUPT_IMAGE, HangtagException::code);
    }

    @Test
    void aBombOfManyScansEndsSoon() {
        // Given 4000 x 4000 grey pixels, and for each coefficient and each bit of it a scan that says "nothing here".
        byte[] bomb = manyScans(4000, 4000);

        // Then it is refused in the time that an honest photo would take.
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatExceptionOfType(HangtagException.class)
                        .isThrownBy(() -> decode(bomb))
                        .withMessageContaining("more than 100 scans"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8})
    void anyDamageEndsInAPictureOrARefusal(int reduction) {
        Random random = new Random(20_000 + reduction);
        List<byte[]> files = SampleJpegs.names().stream()
                .map(SampleJpegs::jpeg)
                .filter(jpeg -> jpeg.length < 4_000)
                .toList();
        int pictures = 0;
        for (int round = 0; round < 10_000; round++) {
            byte[] damaged = files.get(random.nextInt(files.size())).clone();
            for (int changes = random.nextInt(6); changes >= 0; changes--) {
                damaged[2 + random.nextInt(damaged.length - 2)] = (byte) random.nextInt();
            }
            pictures += tryToDecode(damaged, reduction).isPresent() ? 1 : 0;
        }
        assertThat(pictures).isBetween(500, 9_000);
    }

    @Test
    void anyDamageOfHeadersEndsInAPictureOrARefusal() {
        Random random = new Random(3);
        List<byte[]> files = SampleJpegs.names().stream()
                .map(SampleJpegs::jpeg)
                .filter(jpeg -> jpeg.length < 4_000)
                .toList();
        for (int round = 0; round < 10_000; round++) {
            byte[] damaged = files.get(random.nextInt(files.size())).clone();
            List<Integer> segments = segments(damaged);
            int at = segments.get(random.nextInt(segments.size()));
            int index = Math.min(damaged.length - 1, at + 1 + random.nextInt(24));
            damaged[index] = (byte) (random.nextBoolean() ? random.nextInt() : damaged[index] ^ 1 << random.nextInt(8));
            tryToDecode(damaged, 1 << random.nextInt(4));
        }
    }

    /** As the pipeline does: the header first, nothing decoded that is larger than the limits. */
    private Optional<RgbImage> tryToDecode(byte[] file, int reduction) {
        try {
            if (decoder.readHeader(file).pixels() > 1_000_000) {
                return Optional.empty();
            }
            return Optional.of(decoder.decode(file, reduction, RgbColor.WHITE));
        } catch (HangtagException e) {
            assertThat(e.code()).isIn(REFUSALS);
            assertThat(e).hasMessageContaining(": ");
            assertThat(e).as("the last resort").hasMessageNotContaining("in a way that has no name");
            return Optional.empty();
        }
    }

    private byte[] decode(byte[] jpeg) {
        return decoder.decode(jpeg, 1, RgbColor.WHITE).samples();
    }

    private static List<Integer> segments(byte[] jpeg) {
        List<Integer> indexes = new ArrayList<>();
        int at = 2;
        while ((jpeg[at + 1] & 0xff) != Markers.END_OF_IMAGE) {
            indexes.add(at);
            int end = at + 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
            at = (jpeg[at + 1] & 0xff) == Markers.START_OF_SCAN ? nextMarker(jpeg, end) : end;
        }
        return indexes;
    }

    private static int nextMarker(byte[] jpeg, int from) {
        int at = from;
        while ((jpeg[at] & 0xff) != 0xff || jpeg[at + 1] == 0 || Markers.isRestart(jpeg[at + 1] & 0xff)) {
            at++;
        }
        return at;
    }

    private static int indexOfRestart(byte[] jpeg, int number) {
        int at = SampleJpegs.indexOfScanData(jpeg);
        while ((jpeg[at] & 0xff) != 0xff || (jpeg[at + 1] & 0xff) != Markers.RESTART_FIRST + number) {
            at++;
        }
        return at;
    }

    private static byte[] manyScans(int width, int height) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        write(file, 0xff, 0xd8, 0xff, 0xdb, 0, 67, 0);
        file.writeBytes(new byte[64]);
        write(file, 0xff, 0xc2, 0, 11, 8, height >> 8, height, width >> 8, width, 1, 1, 0x11, 0);
        // Two tables of one code, "0": no difference; and a run of 16384 and more blocks without coefficients.
        write(file, 0xff, 0xc4, 0, 20, 0x00, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        write(file, 0xff, 0xc4, 0, 20, 0x10, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xe0);
        int blocks = (width + 7) / 8 * ((height + 7) / 8);
        write(file, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 0, 0);
        file.writeBytes(new byte[blocks / 8 + 1]);
        for (int k = 1; k < 64; k++) {
            for (int low = 13; low >= 0; low--) {
                int high = low == 13 ? 0 : low + 1;
                write(file, 0xff, 0xda, 0, 8, 1, 1, 0, k, k, high << 4 | low);
                // Each run takes 15 bits.
                file.writeBytes(new byte[2 * (blocks / 16384 + 1)]);
            }
        }
        write(file, 0xff, 0xd9);
        return file.toByteArray();
    }

    private static void write(ByteArrayOutputStream file, int... bytes) {
        for (int value : bytes) {
            file.write(value);
        }
    }
}
