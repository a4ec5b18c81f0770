package io.hangtag.hostile;

import io.hangtag.image.png.PngBuilder;
import io.hangtag.image.webp.LosslessBuilder;
import io.hangtag.image.webp.WebpBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Small files that say they are pictures of as many pixels as the limits let pass, and keep their word: each makes its decoder do as much, or hold as much, as it can be made to.
 */
final class Bombs {
    /** Squared, the most pixels that the default limits let pass. */
    static final int LARGEST = 8000;

    private static final int FIRST_PARTITION = 500_000;
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_ALPHA = 0x10;
    /** Of the largest run of blocks without coefficients that is coded here, and the bits it takes. */
    private static final int RUN = 1 << 14;

    private static final int RUN_SYMBOL = 0xE0;
    private static final int RUN_BITS = 15;

    private final HostileFiles files = new HostileFiles();
    private final int side;
    private final int blocks;

    private Bombs(int side) {
        this.side = side;
        this.blocks = side / 8 * (side / 8);
    }

    /** Of pictures with so many pixels a side, a multiple of 8. */
    static List<HostileFile> all(int side) {
        Bombs bombs = new Bombs(side);
        bombs.jpegs();
        bombs.pngs();
        bombs.files.answered("bomb/one-colour.gif", bombs.gif());
        bombs.webps();
        return bombs.files.all();
    }

    private void jpegs() {
        files.answered(
                "bomb/one-scan.jpg",
                new JpegBuilder()
                        .quantization()
                        .frame(JpegBuilder.BASELINE, side, side, 3)
                        .code(0x00, 0)
                        .code(0x10, 0)
                        .scan(3, new byte[3 * 2 * blocks / 8])
                        .end());
        // Where an eighth of the size is enough, a whole file's coefficients need not be read.
        files.answered("bomb/most-steps.jpg", progressive(3, 13).end());
        // Without an end marker every coefficient has to be read and kept.
        worked("bomb/most-steps-without-end.jpg", progressive(3, 13).unfinished());
        worked(
                "bomb/most-steps-of-four-inks-without-end.jpg",
                progressive(4, 13).unfinished());
        files.answered(
                "bomb/usual-steps-of-four-inks-without-end.jpg",
                progressive(4, 2).unfinished());
    }

    /** Refused for the work that it makes where there is as much of it as there can be. */
    private void worked(String name, byte[] jpeg) {
        if (side == LARGEST) {
            files.corrupt(name, jpeg);
        } else {
            files.answered(name, jpeg);
        }
    }

    /** Each coefficient begun, less so many bits, and then refined by one at a time. */
    private JpegBuilder progressive(int components, int steps) {
        JpegBuilder jpeg = new JpegBuilder()
                .quantization()
                .frame(JpegBuilder.PROGRESSIVE, side, side, components)
                .code(0x00, 0)
                .code(0x10, RUN_SYMBOL);
        byte[] means = new byte[(blocks + 7) / 8];
        byte[] runs = new byte[(blocks / RUN + 1) * RUN_BITS / 8 + 1];
        for (int component = 1; component <= components; component++) {
            jpeg.share(component, 0, 0, 0, 0, means);
            jpeg.share(component, 1, 63, 0, steps, runs);
            for (int bit = steps - 1; bit >= 0; bit--) {
                jpeg.share(component, 1, 63, bit + 1, bit, runs);
            }
        }
        return jpeg;
    }

    private void pngs() {
        files.answered("bomb/black-and-white.png", png(1, 0, 0).end());
        files.answered("bomb/sixteen-bits.png", png(16, 6, 0).end());
        files.answered("bomb/sixteen-bits-in-passes.png", png(16, 6, 1).end());
        files.answered(
                "bomb/eight-bits-on-its-side.png",
                png(8, 2, 0).chunk("eXIf", ExifBlocks.orientation(3, 1, 6)).end());
    }

    /** Rows of zeros behind the dearest filter there is. */
    private PngBuilder png(int depth, int type, int interlace) {
        int channels = type == 6 ? 4 : type == 2 ? 3 : 1;
        byte[] row = new byte[1 + (side * depth * channels + 7) / 8];
        row[0] = 4;
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream pixels = new DeflaterOutputStream(packed, deflater, 1 << 16)) {
            if (interlace == 0) {
                for (int y = 0; y < side; y++) {
                    pixels.write(row);
                }
            } else {
                passes(depth * channels, pixels);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        deflater.end();
        return new PngBuilder().header(side, side, depth, type, 0, 0, interlace).chunk("IDAT", packed.toByteArray());
    }

    private void passes(int bits, DeflaterOutputStream pixels) throws IOException {
        int[] columns = {8, 8, 4, 4, 2, 2, 1};
        int[] rows = {8, 8, 8, 4, 4, 2, 2};
        for (int pass = 0; pass < columns.length; pass++) {
            byte[] row = new byte[1 + side / columns[pass] * bits / 8];
            row[0] = 4;
            for (int y = 0; y < side / rows[pass]; y++) {
                pixels.write(row);
            }
        }
    }

    /** Codes that each stand for one pixel more than the one before, until the table is full. */
    private byte[] gif() {
        BitWriter codes = new BitWriter();
        long pixels = 0;
        int next = 6;
        int width = 3;
        codes.add(4, width);
        while (pixels < (long) side * side) {
            // The first code is a pixel, each further one the entry that it defines itself, and the last entry for
            // ever.
            int code = pixels == 0 ? 0 : Math.min(next - 1, 4095);
            codes.add(code, width);
            pixels += pixels == 0 ? 1 : code - 4;
            if (next < 4096) {
                next++;
            }
            if (next > 1 << width && width < 12) {
                width++;
            }
        }
        codes.add(5, width);
        byte[] packed = codes.end();
        ByteBuilder gif = new ByteBuilder()
                .add("GIF89a")
                .add(side & 0xFF, side >> 8, side & 0xFF, side >> 8, 0x80, 0, 0)
                .add(9, 9, 9, 8, 8, 8)
                .add(0x2C, 0, 0, 0, 0, side & 0xFF, side >> 8, side & 0xFF, side >> 8, 0, 2);
        for (int at = 0; at < packed.length; at += 255) {
            int length = Math.min(255, packed.length - at);
            gif.add(length).add(Arrays.copyOfRange(packed, at, at + length));
        }
        return gif.add(0, 0x3B).end();
    }

    private void webps() {
        byte[] solid = LosslessBuilder.picture(side, side)
                .bits(0, 3)
                .color(255, 1, 2, 3)
                .end();
        // Predictor, colour and green transforms, and two palette entries.
        byte[] transformed = LosslessBuilder.picture(side, side)
                .bits(1, 1)
                .bits(0, 2)
                .bits(0, 3)
                .bits(0, 1)
                .color(255, 0, 11, 0)
                .bits(1, 1)
                .bits(1, 2)
                .bits(0, 3)
                .bits(0, 1)
                .color(255, 9, 9, 9)
                .bits(1, 1)
                .bits(2, 2)
                .bits(0, 3)
                .color(255, 1, 2, 3)
                .end();
        byte[] palette = LosslessBuilder.picture(side, side)
                .bits(1, 1)
                .bits(3, 2)
                .bits(15, 8)
                .bits(0, 1)
                .color(255, 1, 1, 1)
                .bits(0, 3)
                .color(255, 0, 17, 0)
                .end();
        byte[] exif = ExifBlocks.orientation(3, 1, 6);
        files.answered(
                "bomb/one-colour.webp", new WebpBuilder().chunk("VP8L", solid).end());
        files.answered("bomb/transformed.webp", turned(transformed, exif));
        files.answered("bomb/palette.webp", turned(palette, exif));
        byte[] lossy = lossy(new byte[4_000_000]);
        // The first partition has to last for all blocks, so it is of zeros, and the coefficients are noise.
        byte[] noise = new byte[side == LARGEST ? 26_000_000 : 2_000_000];
        System.arraycopy(
                Noise.bytes(1, noise.length - FIRST_PARTITION),
                0,
                noise,
                FIRST_PARTITION,
                noise.length - FIRST_PARTITION);
        byte[] alpha = new byte[solid.length - 4];
        // The same without its header, behind a byte that says how it is coded: lossless, the dearest filter.
        System.arraycopy(solid, 5, alpha, 1, solid.length - 5);
        alpha[0] = 1 | 3 << 2;
        files.answered("bomb/zeros.webp", new WebpBuilder().chunk("VP8 ", lossy).end());
        files.answered(
                "bomb/zeros-with-alphas.webp",
                new WebpBuilder()
                        .extended(HAS_ALPHA | HAS_EXIF, side, side)
                        .chunk("ALPH", alpha)
                        .chunk("VP8 ", lossy)
                        .chunk("EXIF", exif)
                        .end());
        files.answered(
                "bomb/noise.webp", new WebpBuilder().chunk("VP8 ", lossy(noise)).end());
    }

    private byte[] turned(byte[] lossless, byte[] exif) {
        return new WebpBuilder()
                .extended(HAS_EXIF, side, side)
                .chunk("VP8L", lossless)
                .chunk("EXIF", exif)
                .end();
    }

    /** A key frame of these bits, whatever they mean, those of the first partition before the others. */
    private byte[] lossy(byte[] bits) {
        int tag = 0x10 | FIRST_PARTITION << 5;
        return new ByteBuilder()
                .add(tag, tag >> 8, tag >> 16, 0x9D, 0x01, 0x2A, side & 0xFF, side >> 8, side & 0xFF, side >> 8)
                .add(bits)
                .end();
    }
}
