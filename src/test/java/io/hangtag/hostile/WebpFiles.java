package io.hangtag.hostile;

import io.hangtag.image.jpeg.SampleJpegs;
import io.hangtag.image.webp.LosslessBuilder;
import io.hangtag.image.webp.WebpBuilder;
import java.util.Arrays;
import java.util.List;

/** WebP: both codings, with alphas, in animations, and containers that contradict themselves. */
final class WebpFiles {
    private static final int ANIMATED = 0x02;
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_ALPHA = 0x10;
    private static final int SIDE = 8;

    private final HostileFiles files = new HostileFiles();
    private final byte[] lossy = WebpBuilder.dataOf(Samples.ofDecoder("webp", "lossy-9x1.webp"), "VP8 ");
    private final byte[] lossless = solid(SIDE, SIDE);
    private final byte[] whole = new WebpBuilder().chunk("VP8L", lossless).end();

    static List<HostileFile> all() {
        WebpFiles webps = new WebpFiles();
        Samples.ofDecoder("webp").forEach((name, bytes) -> webps.files.answered("webp/sample-" + name, bytes));
        webps.orientations();
        webps.containers();
        webps.animations();
        webps.alphas();
        webps.lossyPictures();
        webps.losslessPictures();
        return webps.files.all();
    }

    private static byte[] solid(int width, int height) {
        return LosslessBuilder.picture(width, height)
                .bits(0, 3)
                .color(255, 10, 20, 30)
                .end();
    }

    private void orientations() {
        ExifBlocks.all()
                .forEach((name, block) -> files.answered(
                        "webp/exif-" + name + ".webp",
                        new WebpBuilder()
                                .extended(HAS_EXIF, 9, 1)
                                .chunk("VP8 ", lossy)
                                .chunk("EXIF", block)
                                .end()));
    }

    private void containers() {
        files.answered(
                "webp/one-pixel.webp",
                new WebpBuilder().chunk("VP8L", solid(1, 1)).end());
        files.answered("webp/bytes-behind.webp", SampleJpegs.insert(whole, whole.length, Noise.bytes(1, 600)));
        files.answered("webp/file-length-largest.webp", SampleJpegs.replace(whole, 4, 0xFF, 0xFF, 0xFF, 0xFF));
        files.corrupt("webp/file-length-0.webp", SampleJpegs.replace(whole, 4, 0, 0, 0, 0));
        files.corrupt("webp/file-length-12.webp", SampleJpegs.replace(whole, 4, 12, 0, 0, 0));
        files.answered("webp/chunk-length-largest.webp", SampleJpegs.replace(whole, 16, 0xFF, 0xFF, 0xFF, 0xFF));
        files.corrupt("webp/chunk-length-0.webp", SampleJpegs.replace(whole, 16, 0, 0, 0, 0));
        files.corrupt("webp/chunk-length-4.webp", SampleJpegs.replace(whole, 16, 4, 0, 0, 0));
        files.corrupt("webp/no-chunk.webp", new WebpBuilder().end());
        files.corrupt(
                "webp/begins-with-a-profile.webp",
                new WebpBuilder()
                        .chunk("ICCP", new byte[9])
                        .chunk("VP8L", lossless)
                        .end());
        files.answered(
                "webp/chunks-nobody-knows.webp",
                new WebpBuilder()
                        .extended(0, SIDE, SIDE)
                        .chunk("WHAT", new byte[7])
                        .chunk("VP8L", lossless)
                        .end());
        files.answered(
                "webp/two-pictures.webp",
                new WebpBuilder()
                        .extended(0, SIDE, SIDE)
                        .chunk("VP8L", lossless)
                        .chunk("VP8L", new byte[3])
                        .end());
        files.answered(
                "webp/extended-twice.webp",
                new WebpBuilder()
                        .extended(0, SIDE, SIDE)
                        .extended(0, 9, 9)
                        .chunk("VP8L", lossless)
                        .end());
        files.corrupt(
                "webp/extended-cut-short.webp",
                new WebpBuilder()
                        .chunk("VP8X", new byte[5])
                        .chunk("VP8L", lossless)
                        .end());
        files.corrupt(
                "webp/extended-without-picture.webp",
                new WebpBuilder().extended(0, SIDE, SIDE).end());
        files.corrupt(
                "webp/extended-of-another-size.webp",
                new WebpBuilder().extended(0, 9, SIDE).chunk("VP8L", lossless).end());
        files.corrupt(
                "webp/extended-of-the-largest-size.webp",
                new WebpBuilder()
                        .extended(0, 1 << 24, 1 << 24)
                        .chunk("VP8L", lossless)
                        .end());
        files.answered(
                "webp/eight-megabytes-of-xmp.webp",
                new WebpBuilder()
                        .extended(0, SIDE, SIDE)
                        .chunk("XMP ", new byte[8 << 20])
                        .chunk("VP8L", lossless)
                        .end());
        WebpBuilder many = new WebpBuilder().extended(0, SIDE, SIDE);
        for (int i = 0; i < 200_000; i++) {
            many.chunk("ICCP");
        }
        files.answered(
                "webp/two-hundred-thousand-chunks.webp",
                many.chunk("VP8L", lossless).end());
        files.corrupt("webp/signature-only.webp", Arrays.copyOf(whole, 12));
        files.corrupt(
                "webp/random-after-the-signature.webp",
                SampleJpegs.insert(Arrays.copyOf(whole, 12), 12, Noise.bytes(2, 900)));
    }

    private void animations() {
        WebpBuilder frame = new WebpBuilder().chunk("VP8L", lossless);
        files.answered(
                "webp/frame-at-a-place.webp",
                animation(40, 40).frame(20, 30, SIDE, SIDE, frame).end());
        files.answered(
                "webp/frame-then-broken-frame.webp",
                animation(SIDE, SIDE)
                        .frame(0, 0, SIDE, SIDE, frame)
                        .chunk("ANMF", new byte[3])
                        .end());
        files.corrupt(
                "webp/frame-beyond-the-canvas.webp",
                animation(SIDE, SIDE).frame(2, 0, SIDE, SIDE, frame).end());
        files.corrupt(
                "webp/frame-far-beyond.webp",
                animation(SIDE, SIDE).frame(2 * 0xFFFFFF, 0, SIDE, SIDE, frame).end());
        files.corrupt(
                "webp/frame-of-another-size.webp",
                animation(40, 40).frame(0, 0, 9, SIDE, frame).end());
        files.corrupt(
                "webp/frame-cut-short.webp",
                animation(SIDE, SIDE).chunk("ANMF", new byte[15]).end());
        files.corrupt(
                "webp/frame-without-picture.webp",
                animation(SIDE, SIDE).frame(0, 0, SIDE, SIDE, new WebpBuilder()).end());
        files.corrupt(
                "webp/no-frame.webp",
                animation(SIDE, SIDE).chunk("ANIM", new byte[6]).end());
        files.tooManyPixels(
                "webp/canvas-of-the-largest-size.webp",
                animation(1 << 24, 1 << 24).frame(0, 0, SIDE, SIDE, frame).end());
        files.tooManyPixels(
                "webp/canvas-30000x30000.webp",
                animation(30_000, 30_000).frame(0, 0, SIDE, SIDE, frame).end());
        files.tooManyPixels(
                "webp/canvas-1x30000.webp",
                animation(SIDE, 30_000).frame(0, 0, SIDE, SIDE, frame).end());
        WebpBuilder frames = animation(SIDE, SIDE);
        for (int i = 0; i < 5_000; i++) {
            frames.frame(0, 0, SIDE, SIDE, frame);
        }
        files.answered("webp/five-thousand-frames.webp", frames.end());
    }

    private static WebpBuilder animation(int width, int height) {
        return new WebpBuilder().extended(ANIMATED, width, height);
    }

    private void alphas() {
        files.answered("webp/alpha-raw.webp", alpha(new byte[1 + 9]));
        files.answered("webp/alpha-longer-than-the-picture.webp", alpha(new byte[100]));
        files.corrupt("webp/alpha-empty.webp", alpha(new byte[0]));
        files.corrupt("webp/alpha-flags-only.webp", alpha(new byte[1]));
        files.corrupt("webp/alpha-too-short.webp", alpha(new byte[9]));
        files.corrupt("webp/alpha-of-method-2.webp", alpha(new byte[] {2, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
        files.corrupt("webp/alpha-of-method-3.webp", alpha(new byte[] {3, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
        files.corrupt("webp/alpha-lossless-of-ones.webp", alpha(new byte[] {1, -1, -1, -1, -1, -1, -1, -1, -1, -1}));
        files.answered(
                "webp/alpha-behind-the-picture.webp",
                new WebpBuilder()
                        .extended(HAS_ALPHA, 9, 1)
                        .chunk("VP8 ", lossy)
                        .chunk("ALPH", new byte[2])
                        .end());
        files.answered(
                "webp/alpha-unannounced.webp",
                new WebpBuilder()
                        .extended(0, 9, 1)
                        .chunk("ALPH", new byte[0])
                        .chunk("VP8 ", lossy)
                        .end());
    }

    private byte[] alpha(byte[] plane) {
        return new WebpBuilder()
                .extended(HAS_ALPHA, 9, 1)
                .chunk("ALPH", plane)
                .chunk("VP8 ", lossy)
                .end();
    }

    private void lossyPictures() {
        files.corrupt("webp/lossy-empty.webp", new WebpBuilder().chunk("VP8 ").end());
        files.corrupt(
                "webp/lossy-header-only.webp",
                new WebpBuilder().chunk("VP8 ", Arrays.copyOf(lossy, 10)).end());
        files.corrupt("webp/lossy-not-a-key-frame.webp", lossyWith(0, lossy[0] | 1));
        files.corrupt("webp/lossy-version-4.webp", lossyWith(0, lossy[0] | 8));
        files.corrupt("webp/lossy-not-shown.webp", lossyWith(0, lossy[0] & ~0x10));
        files.corrupt("webp/lossy-start-code.webp", lossyWith(3, 0));
        files.corrupt("webp/lossy-width-0.webp", lossyWith(6, 0, 0));
        files.corrupt("webp/lossy-height-0.webp", lossyWith(8, 0, 0));
        files.corrupt("webp/lossy-first-partition-beyond-the-end.webp", lossyWith(1, 0xFF, 0xFF));
        files.tooManyPixels("webp/lossy-16383x16383.webp", lossyWith(6, 0xFF, 0x3F, 0xFF, 0x3F));
        files.corrupt("webp/lossy-7000x7000-with-few-bytes.webp", lossyWith(6, 0x58, 0x1B, 0x58, 0x1B));
        files.answered("webp/lossy-asks-to-be-scaled.webp", lossyWith(7, lossy[7] | 0xC0));
    }

    private byte[] lossyWith(int index, int... values) {
        return new WebpBuilder()
                .chunk("VP8 ", SampleJpegs.replace(lossy, index, values))
                .end();
    }

    private void losslessPictures() {
        files.corrupt(
                "webp/lossless-empty.webp", new WebpBuilder().chunk("VP8L").end());
        files.corrupt("webp/lossless-header-only.webp", picture(Arrays.copyOf(lossless, 5)));
        files.corrupt("webp/lossless-signature.webp", picture(SampleJpegs.replace(lossless, 0, 0x30)));
        files.corrupt("webp/lossless-version-1.webp", picture(SampleJpegs.replace(lossless, 4, lossless[4] | 0x20)));
        files.tooManyPixels("webp/lossless-16384x16384.webp", picture(solid(16384, 16384)));
        files.corrupt(
                "webp/lossless-random.webp",
                picture(SampleJpegs.insert(Arrays.copyOf(lossless, 5), 5, Noise.bytes(3, 400))));
        files.corrupt(
                "webp/lossless-transformed-twice.webp",
                picture(start().bits(1, 1)
                        .bits(2, 2)
                        .bits(1, 1)
                        .bits(2, 2)
                        .bits(0, 1)
                        .end()));
        files.corrupt(
                "webp/lossless-cache-of-15-bits.webp",
                picture(start().bits(0, 1).bits(1, 1).bits(15, 4).end()));
        files.corrupt(
                "webp/lossless-cache-of-0-bits.webp",
                picture(start().bits(0, 1).bits(1, 1).bits(0, 4).end()));
        files.corrupt(
                "webp/lossless-code-incomplete.webp",
                picture(start().bits(0, 3)
                        .bits(0, 1)
                        .bits(0, 4)
                        .bits(1, 3)
                        .bits(0, 9)
                        .end()));
        files.corrupt("webp/lossless-refers-before-the-picture.webp", picture(referring()));
        // Predictor, colour and green transforms whose own pictures are of one colour.
        files.answered(
                "webp/lossless-three-transforms.webp",
                picture(start().bits(1, 1)
                        .bits(0, 2)
                        .bits(0, 3)
                        .bits(0, 1)
                        .color(255, 0, 13, 0)
                        .bits(1, 1)
                        .bits(1, 2)
                        .bits(0, 3)
                        .bits(0, 1)
                        .color(255, 0, 0, 0)
                        .bits(1, 1)
                        .bits(2, 2)
                        .bits(0, 1)
                        .bits(0, 2)
                        .color(255, 9, 9, 9)
                        .end()));
        files.answered(
                "webp/lossless-palette-of-two.webp",
                picture(start().bits(1, 1)
                        .bits(3, 2)
                        .bits(1, 8)
                        .bits(0, 1)
                        .color(255, 7, 7, 7)
                        .bits(0, 1)
                        .bits(0, 2)
                        .color(255, 0, 170, 0)
                        .end()));
    }

    private static LosslessBuilder start() {
        return LosslessBuilder.picture(SIDE, SIDE);
    }

    /** Its first code is a reference, by the only symbol of green that there is. */
    private static byte[] referring() {
        return start().bits(0, 3)
                .bits(0, 1)
                .bits(15, 4)
                // Of the code for lengths, 1 and 18 are used: runs of zeros, and a length of one bit.
                .bits(0, 3)
                .bits(1, 3)
                .bits(0, 3)
                .bits(1, 3)
                .bits(0, 45)
                .bits(0, 1)
                .bits(1, 1)
                .bits(127, 7)
                .bits(1, 1)
                .bits(107, 7)
                .bits(0, 1)
                .bits(0, 30)
                .end();
    }

    private static byte[] picture(byte[] data) {
        return new WebpBuilder().chunk("VP8L", data).end();
    }
}
