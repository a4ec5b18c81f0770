package io.hangtag.hostile;

import io.hangtag.image.jpeg.SampleJpegs;
import io.hangtag.image.png.PngBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** PNG: every colour type, depth and passage, and every chunk, in and out of order. */
final class PngFiles {
    /** Depths that each colour type allows (PNG 11.2.1, table 12). */
    private static final Map<Integer, List<Integer>> DEPTHS = Map.of(
            0,
            List.of(1, 2, 4, 8, 16),
            2,
            List.of(8, 16),
            3,
            List.of(1, 2, 4, 8),
            4,
            List.of(8, 16),
            6,
            List.of(8, 16));

    private static final int SIDE = 9;
    private static final int HEADER_END = 33;

    private final HostileFiles files = new HostileFiles();
    private final byte[] whole = grey().end();

    static List<HostileFile> all() {
        PngFiles pngs = new PngFiles();
        Samples.ofDecoder("png").forEach((name, bytes) -> pngs.files.answered("png/sample-" + name, bytes));
        pngs.kinds();
        pngs.orientations();
        pngs.headers();
        pngs.chunks();
        pngs.palettes();
        pngs.pixels();
        return pngs.files.all();
    }

    /** Header and pixels of a grey picture, to which more may be added. */
    private static PngBuilder grey() {
        return new PngBuilder().header(SIDE, SIDE, 8, 0).data(new byte[SIDE * (SIDE + 1)]);
    }

    private void kinds() {
        for (int type = 0; type < 8; type++) {
            for (int depth : new int[] {0, 1, 2, 3, 4, 8, 16, 32}) {
                boolean allowed = DEPTHS.getOrDefault(type, List.of()).contains(depth);
                for (int interlace = 0; interlace < 2; interlace++) {
                    byte[] png = new PngBuilder()
                            .header(SIDE, SIDE, depth, type, 0, 0, interlace)
                            .chunk("PLTE", Noise.bytes(type, 3 * 2))
                            // More than any kind and passage needs.
                            .data(new byte[4096])
                            .end();
                    String name = "png/type-%d-depth-%d-passes-%d.png".formatted(type, depth, interlace);
                    if (allowed) {
                        files.answered(name, png);
                    } else {
                        files.corrupt(name, png);
                    }
                }
            }
        }
    }

    private void orientations() {
        ExifBlocks.all()
                .forEach((name, block) -> files.answered(
                        "png/exif-" + name + ".png",
                        new PngBuilder()
                                .header(SIDE, 5, 8, 0)
                                .chunk("eXIf", block)
                                .data(new byte[200])
                                .end()));
    }

    private void headers() {
        int[] sizes = {0, -1, Integer.MIN_VALUE};
        for (int size : sizes) {
            files.corrupt("png/width%d.png".formatted(size), header(size, SIDE));
            files.corrupt("png/height%d.png".formatted(size), header(SIDE, size));
        }
        files.tooManyPixels("png/1x30000.png", header(1, 30_000));
        files.tooManyPixels("png/30000x1.png", header(30_000, 1));
        files.tooManyPixels("png/30000x30000.png", header(30_000, 30_000));
        files.tooManyPixels("png/largest-size.png", header(Integer.MAX_VALUE, Integer.MAX_VALUE));
        files.corrupt("png/7000x7000-with-few-bytes.png", header(7000, 7000));
        files.corrupt(
                "png/compression-1.png",
                new PngBuilder().header(SIDE, SIDE, 8, 0, 1, 0, 0).end());
        files.corrupt(
                "png/filter-method-1.png",
                new PngBuilder().header(SIDE, SIDE, 8, 0, 0, 1, 0).end());
        files.corrupt(
                "png/passes-2.png",
                new PngBuilder().header(SIDE, SIDE, 8, 0, 0, 0, 2).end());
        files.corrupt(
                "png/header-of-12-bytes.png",
                new PngBuilder().chunk("IHDR", new byte[12]).end());
        files.corrupt("png/header-empty.png", new PngBuilder().chunk("IHDR").end());
        files.corrupt("png/no-header.png", new PngBuilder().data(new byte[90]).end());
        files.corrupt("png/two-headers.png", grey().header(SIDE, SIDE, 8, 0).end());
        files.corrupt("png/header-checksum.png", SampleJpegs.replace(whole, HEADER_END - 1, whole[HEADER_END - 1] ^ 1));
        files.corrupt("png/signature-only.png", new PngBuilder().unfinished());
        files.corrupt(
                "png/random-after-the-signature.png",
                SampleJpegs.insert(new PngBuilder().unfinished(), 8, Noise.bytes(3, 3000)));
        files.corrupt("png/zeros-after-the-signature.png", Arrays.copyOf(new PngBuilder().unfinished(), 4000));
        // What a transfer as text makes of the line ends.
        files.unsupported(
                "png/line-ends-of-unix.png",
                SampleJpegs.insert(Arrays.copyOfRange(whole, 4, whole.length), 0, 0x89, 'P', 'N', 'G', '\n'));
        files.unsupported(
                "png/for-ios.png",
                new PngBuilder()
                        .chunk("CgBI", new byte[4])
                        .header(SIDE, SIDE, 8, 0)
                        .end());
    }

    private static byte[] header(int width, int height) {
        return new PngBuilder().header(width, height, 8, 0).data(new byte[90]).end();
    }

    private void chunks() {
        files.answered("png/no-end.png", grey().unfinished());
        files.answered("png/bytes-behind-the-end.png", SampleJpegs.insert(whole, whole.length, Noise.bytes(4, 500)));
        files.answered("png/end-checksum.png", SampleJpegs.replace(whole, whole.length - 1, 0));
        files.answered(
                "png/unknown-ancillary.png",
                head().chunk("hANG", new byte[100]).data(new byte[90]).end());
        files.unsupported(
                "png/unknown-critical.png",
                head().chunk("HANG", new byte[100]).data(new byte[90]).end());
        files.corrupt(
                "png/no-letters.png",
                head().chunk("12 4", new byte[3]).data(new byte[90]).end());
        files.answered("png/checksum-of-ancillary.png", damaged("tEXt"));
        files.answered("png/checksum-of-exif.png", damaged("eXIf"));
        files.answered("png/checksum-of-transparency.png", damaged("tRNS"));
        files.corrupt("png/checksum-of-palette.png", damaged("PLTE"));
        files.answered(
                "png/eight-megabytes-of-text.png",
                head().chunk("tEXt", new byte[8 << 20]).data(new byte[90]).end());
        files.answered("png/bomb-in-a-profile.png", compressed("iCCP"));
        files.answered("png/bomb-in-a-text.png", compressed("zTXt"));
        files.answered("png/bomb-in-an-international-text.png", compressed("iTXt"));
        files.answered(
                "png/frames-only-announced.png",
                head().chunk("acTL", new byte[] {-1, -1, -1, -1, 0, 0, 0, 0})
                        .data(new byte[90])
                        .end());
        files.answered(
                "png/frame-data-only-behind.png",
                grey().chunk("fdAT", Noise.bytes(5, 300)).end());
        files.corrupt(
                "png/frame-data-instead-of-pixels.png",
                head().chunk("fdAT", Noise.bytes(5, 300)).end());
        PngBuilder many = head();
        for (int i = 0; i < 100_000; i++) {
            many.chunk("tIME");
        }
        files.answered(
                "png/a-hundred-thousand-chunks.png", many.data(new byte[90]).end());
        PngBuilder empty = head();
        for (int i = 0; i < 400_000; i++) {
            empty.chunk("IDAT");
        }
        files.answered(
                "png/four-hundred-thousand-empty-pixel-chunks.png",
                empty.data(new byte[90]).end());
        // The pixels are all there, whatever follows them.
        files.answered("png/length-beyond-the-end.png", SampleJpegs.replace(whole, HEADER_END, 0x7F, 0xFF, 0xFF, 0xFF));
        files.corrupt("png/length-negative.png", SampleJpegs.replace(whole, HEADER_END, 0xFF, 0xFF, 0xFF, 0xFF));
        files.corrupt(
                "png/length-one-too-few.png", SampleJpegs.replace(whole, HEADER_END + 3, whole[HEADER_END + 3] - 1));
        files.corrupt(
                "png/length-one-too-many.png", SampleJpegs.replace(whole, HEADER_END + 3, whole[HEADER_END + 3] + 1));
    }

    private static PngBuilder head() {
        return new PngBuilder().header(SIDE, SIDE, 8, 0);
    }

    /** A picture with a chunk of that kind whose checksum is wrong. */
    private static byte[] damaged(String type) {
        byte[] png = head().chunk(type, new byte[3]).data(new byte[90]).end();
        return SampleJpegs.replace(png, HEADER_END + 14, png[HEADER_END + 14] ^ 0xFF);
    }

    /** A picture with a chunk that holds 100 MB in 100 kB. */
    private static byte[] compressed(String type) {
        byte[] bomb = new ByteBuilder()
                .add("name")
                .add(0, 0)
                .add(PngBuilder.deflated(new byte[100_000_000]))
                .end();
        return head().chunk(type, bomb).data(new byte[90]).end();
    }

    private void palettes() {
        byte[] indexes = new byte[SIDE * (SIDE + 1)];
        files.corrupt("png/no-palette.png", indexed().data(indexes).end());
        files.corrupt(
                "png/palette-empty.png", indexed().chunk("PLTE").data(indexes).end());
        files.corrupt(
                "png/palette-of-four-bytes.png",
                indexed().chunk("PLTE", new byte[4]).data(indexes).end());
        files.corrupt(
                "png/palette-of-257.png",
                indexed().chunk("PLTE", new byte[257 * 3]).data(indexes).end());
        files.answered(
                "png/palette-behind-the-pixels.png",
                indexed().data(indexes).chunk("PLTE", new byte[6]).end());
        files.answered(
                "png/palette-twice.png",
                indexed()
                        .chunk("PLTE", new byte[6])
                        .chunk("PLTE", new byte[9])
                        .data(indexes)
                        .end());
        files.answered(
                "png/indexes-beyond-the-palette.png",
                indexed()
                        .chunk("PLTE", new byte[3])
                        .data(filled(indexes.length, 9, SIDE + 1))
                        .end());
        files.answered(
                "png/more-alphas-than-colours.png",
                indexed()
                        .chunk("PLTE", new byte[3])
                        .chunk("tRNS", new byte[300])
                        .data(indexes)
                        .end());
        files.answered(
                "png/alphas-before-the-palette.png",
                indexed()
                        .chunk("tRNS", new byte[2])
                        .chunk("PLTE", new byte[6])
                        .data(indexes)
                        .end());
        files.answered(
                "png/transparency-too-short.png",
                new PngBuilder()
                        .header(SIDE, SIDE, 8, 2)
                        .chunk("tRNS", new byte[3])
                        .data(new byte[SIDE * (3 * SIDE + 1)])
                        .end());
        files.answered(
                "png/transparency-beside-alphas.png",
                new PngBuilder()
                        .header(SIDE, SIDE, 8, 6)
                        .chunk("tRNS", new byte[6])
                        .data(new byte[SIDE * (4 * SIDE + 1)])
                        .end());
    }

    private static PngBuilder indexed() {
        return new PngBuilder().header(SIDE, SIDE, 8, 3);
    }

    private void pixels() {
        int bytes = SIDE * (SIDE + 1);
        files.corrupt("png/no-pixels.png", head().end());
        files.corrupt("png/pixels-empty.png", head().chunk("IDAT").end());
        files.corrupt(
                "png/pixels-one-byte-short.png",
                head().data(new byte[bytes - 1]).end());
        files.answered(
                "png/pixels-fifty-megabytes-too-long.png",
                head().data(new byte[50_000_000]).end());
        files.corrupt(
                "png/filter-5.png", head().data(filled(bytes, 0, SIDE + 1, 5)).end());
        files.corrupt(
                "png/filter-255.png",
                head().data(filled(bytes, 0, SIDE + 1, 255)).end());
        for (int filter = 1; filter <= 4; filter++) {
            files.answered(
                    "png/filter-%d.png".formatted(filter),
                    head().data(filled(bytes, 200, SIDE + 1, filter)).end());
        }
        files.corrupt(
                "png/pixels-not-compressed.png",
                head().chunk("IDAT", new byte[bytes]).end());
        files.corrupt(
                "png/pixels-random.png",
                head().chunk("IDAT", Noise.bytes(6, 500)).end());
        byte[] deflated = PngBuilder.deflated(Noise.bytes(7, bytes));
        files.corrupt(
                "png/pixels-want-a-dictionary.png",
                head().chunk("IDAT", SampleJpegs.replace(deflated, 0, 0x78, 0xBB))
                        .end());
        files.corrupt(
                "png/pixels-damaged.png",
                head().chunk("IDAT", SampleJpegs.replace(deflated, deflated.length / 2, 0xFF, 0xFF, 0xFF, 0xFF))
                        .unfinished());
        files.corrupt(
                "png/checksum-of-zlib.png",
                head().chunk(
                                "IDAT",
                                SampleJpegs.replace(
                                        PngBuilder.deflated(new byte[bytes]),
                                        PngBuilder.deflated(new byte[bytes]).length - 1,
                                        0x55))
                        .end());
        files.answered(
                "png/pixels-in-chunks-apart.png",
                head().chunk("IDAT", Arrays.copyOf(PngBuilder.deflated(new byte[bytes]), 4))
                        .chunk("tEXt")
                        .chunk("IDAT", rest(PngBuilder.deflated(new byte[bytes]), 4))
                        .end());
    }

    private static byte[] rest(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    private static byte[] filled(int count, int value, int stride, int... first) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i % stride == 0 ? first.length == 0 ? 0 : first[0] : value);
        }
        return bytes;
    }
}
