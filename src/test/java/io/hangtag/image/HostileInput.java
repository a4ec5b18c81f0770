package io.hangtag.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Checks that a decoder keeps its promise on broken bytes: a picture of the size that the header told, or one of the
 * codes it may refuse with. As its caller does, it decodes only what the header's size allows.
 */
public final class HostileInput {
    private static final Set<ErrorCode> ALLOWED =
            EnumSet.of(ErrorCode.CORRUPT_IMAGE, ErrorCode.UNSUPPORTED_FORMAT, ErrorCode.TOO_MANY_PIXELS);
    private static final long MAX_PIXELS = 200_000;
    /** Values that length and size fields tend to be wrong with. */
    private static final int[] EXTREMES = {0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF};

    private final ImageDecoder decoder;
    private int pictures;
    private int refusals;

    public HostileInput(ImageDecoder decoder) {
        this.decoder = decoder;
    }

    /** How many inputs ended in a picture. */
    public int pictures() {
        return pictures;
    }

    /** How many inputs were refused. */
    public int refusals() {
        return refusals;
    }

    /** Gives the decoder the first bytes of a photo, every length that is a multiple of {@code step}. */
    public void truncate(byte[] photo, int step) {
        for (int length = 0; length < photo.length; length += step) {
            feed(Arrays.copyOf(photo, length));
        }
    }

    /** Changes, cuts out and doubles bytes at random; the same seed makes the same inputs. */
    public void mutate(List<byte[]> photos, long seed, int rounds) {
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            byte[] photo = photos.get(random.nextInt(photos.size()));
            feed(mutated(photo, random));
        }
    }

    private static byte[] mutated(byte[] photo, Random random) {
        byte[] mutant = photo.clone();
        // Half of the changes fall where the headers are.
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(random.nextBoolean() ? Math.min(64, mutant.length) : mutant.length);
            switch (random.nextInt(3)) {
                case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mutant[at] = (byte) random.nextInt(256);
                default -> mutant[at] = (byte) EXTREMES[random.nextInt(EXTREMES.length)];
            }
        }
        int from = random.nextInt(mutant.length);
        int length = random.nextInt(Math.min(32, mutant.length - from) + 1);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(mutant, from);
            case 1 -> joined(mutant, from, from + length);
            case 2 -> joined(mutant, from + length, from);
            default -> mutant;
        };
    }

    /** The bytes before one place followed by those from another place on. */
    private static byte[] joined(byte[] photo, int end, int resume) {
        byte[] joined = Arrays.copyOf(photo, end + photo.length - resume);
        System.arraycopy(photo, resume, joined, end, photo.length - resume);
        return joined;
    }

    public void feed(byte[] photo) {
        ImageHeader header;
        try {
            header = decoder.readHeader(photo);
        } catch (HangtagException e) {
            assertAllowed(e, photo);
            refusals++;
            return;
        } catch (Throwable e) {
            fail("The header of " + HexFormat.of().formatHex(photo), e);
            return;
        }
        if (header.pixels() > MAX_PIXELS) {
            return;
        }
        try {
            RgbImage image = decoder.decode(photo, 1, RgbColor.WHITE);
            assertThat(image.width()).isEqualTo(header.width());
            assertThat(image.height()).isEqualTo(header.height());
            pictures++;
        } catch (HangtagException e) {
            assertAllowed(e, photo);
            refusals++;
        } catch (Throwable e) {
            fail("The pixels of " + HexFormat.of().formatHex(photo), e);
        }
    }

    private static void assertAllowed(HangtagException e, byte[] photo) {
        assertThat(e.code()).as(() -> HexFormat.of().formatHex(photo)).isIn(ALLOWED);
        assertThat(e).hasMessageContaining(" ").message().endsWith(".");
    }
}
