package io.hangtag.hostile;

import io.hangtag.image.gif.GifBuilder;
import io.hangtag.image.jpeg.SampleJpegs;
import java.util.Arrays;
import java.util.List;

/** GIF: frames on, beside and beyond their screen, codes that are none, blocks without end. */
final class GifFiles {
    private static final int CLEAR = 4;
    private static final int END = 5;

    private final HostileFiles files = new HostileFiles();

    static List<HostileFile> all() {
        GifFiles gifs = new GifFiles();
        Samples.ofDecoder("gif").forEach((name, bytes) -> gifs.files.answered("gif/sample-" + name, bytes));
        gifs.sizes();
        gifs.blocks();
        gifs.codes();
        return gifs.files.all();
    }

    /** A picture of 2 x 2 on a screen. */
    private static GifBuilder screen(int width, int height) {
        return new GifBuilder(width, height);
    }

    private static GifBuilder pixels(GifBuilder gif) {
        return gif.codes(CLEAR, 1, 2, 3, 0, END);
    }

    private void sizes() {
        files.answered(
                "gif/one-pixel.gif",
                screen(1, 1).frame(0, 0, 1, 1).codes(CLEAR, 1, END).end());
        files.answered(
                "gif/screen-0x0.gif", pixels(screen(0, 0).frame(0, 0, 2, 2)).end());
        files.corrupt(
                "gif/screen-and-frame-0x0.gif",
                pixels(screen(0, 0).frame(0, 0, 0, 0)).end());
        files.answered(
                "gif/frame-0x0.gif", pixels(screen(9, 9).frame(0, 0, 0, 0)).end());
        files.answered(
                "gif/frame-0-wide.gif", pixels(screen(9, 9).frame(0, 0, 0, 2)).end());
        files.answered(
                "gif/frame-beside-the-screen.gif",
                pixels(screen(4, 4).frame(10, 10, 2, 2)).end());
        files.answered(
                "gif/frame-half-beyond.gif",
                pixels(screen(4, 4).frame(3, 3, 2, 2)).end());
        files.answered(
                "gif/frame-inside.gif",
                pixels(screen(40, 40).frame(20, 3, 2, 2)).end());
        files.tooManyPixels(
                "gif/frame-far-beside.gif",
                pixels(screen(4, 4).frame(65535, 65535, 2, 2)).end());
        files.tooManyPixels(
                "gif/1x30000.gif", pixels(screen(1, 30_000).frame(0, 0, 2, 2)).end());
        files.tooManyPixels(
                "gif/30000x1.gif", pixels(screen(30_000, 1).frame(0, 0, 2, 2)).end());
        files.tooManyPixels(
                "gif/30000x30000.gif",
                pixels(screen(30_000, 30_000).frame(0, 0, 2, 2)).end());
        files.tooManyPixels(
                "gif/65535x65535-frame.gif",
                pixels(screen(2, 2).frame(0, 0, 65535, 65535)).end());
        files.corrupt(
                "gif/7000x7000-with-few-bytes.gif",
                pixels(screen(2, 2).frame(0, 0, 7000, 7000)).end());
    }

    private void blocks() {
        byte[] whole = pixels(screen(2, 2).frame(0, 0, 2, 2)).end();
        files.answered(
                "gif/no-trailer.gif", pixels(screen(2, 2).frame(0, 0, 2, 2)).unfinished());
        files.answered(
                "gif/bytes-behind-the-trailer.gif", SampleJpegs.insert(whole, whole.length, Noise.bytes(1, 700)));
        files.answered(
                "gif/transparent.gif",
                pixels(screen(2, 2).transparent(1).frame(0, 0, 2, 2)).end());
        files.answered(
                "gif/transparent-of-no-colour.gif",
                pixels(screen(2, 2).transparent(255).frame(0, 0, 2, 2)).end());
        files.answered(
                "gif/terminators-between.gif",
                pixels(screen(2, 2).bytes(0, 0, 0).frame(0, 0, 2, 2)).end());
        files.answered(
                "gif/control-of-no-bytes.gif",
                pixels(screen(2, 2).bytes(0x21, 0xF9, 0).frame(0, 0, 2, 2)).end());
        files.answered(
                "gif/control-too-long.gif",
                pixels(screen(2, 2).bytes(0x21, 0xF9, 6, 1, 0, 0, 1, 9, 9, 0).frame(0, 0, 2, 2))
                        .end());
        files.answered(
                "gif/plain-text.gif",
                pixels(screen(2, 2)
                                .bytes(0x21, 0x01, 12, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 1, 'x', 0)
                                .frame(0, 0, 2, 2))
                        .end());
        files.answered(
                "gif/unknown-extension.gif",
                pixels(screen(2, 2).bytes(0x21, 0x77, 1, 1, 0).frame(0, 0, 2, 2))
                        .end());
        GifBuilder comments = screen(2, 2);
        for (int i = 0; i < 100_000; i++) {
            comments.bytes(0x21, 0xFE, 1, 'c', 0);
        }
        files.answered(
                "gif/a-hundred-thousand-comments.gif",
                pixels(comments.frame(0, 0, 2, 2)).end());
        GifBuilder comment = screen(2, 2).bytes(0x21, 0xFE);
        for (int i = 0; i < 10_000; i++) {
            comment.bytes(255).bytes(new int[255]);
        }
        files.answered(
                "gif/comment-of-megabytes.gif",
                pixels(comment.bytes(0).frame(0, 0, 2, 2)).end());
        GifBuilder frames = screen(2, 2);
        for (int i = 0; i < 5_000; i++) {
            pixels(frames.frame(0, 0, 2, 2));
        }
        files.answered("gif/five-thousand-frames.gif", frames.end());
        files.answered(
                "gif/second-frame-broken.gif",
                pixels(screen(2, 2).frame(0, 0, 2, 2)).bytes(0x2C, 1, 2, 3).unfinished());
        files.corrupt("gif/no-frame.gif", screen(2, 2).end());
        files.corrupt("gif/unknown-block.gif", screen(2, 2).bytes(0x99).end());
        files.corrupt(
                "gif/comment-without-end.gif",
                screen(2, 2).bytes(0x21, 0xFE, 255, 1, 2, 3).unfinished());
        files.corrupt("gif/signature-only.gif", Arrays.copyOf(whole, 6));
        files.corrupt(
                "gif/random-after-the-signature.gif",
                SampleJpegs.insert(Arrays.copyOf(whole, 6), 6, Noise.bytes(2, 900)));
        files.unsupported("gif/version-88a.gif", SampleJpegs.replace(whole, 4, '8'));
    }

    private void codes() {
        for (int size : new int[] {0, 9, 12, 255}) {
            files.corrupt(
                    "gif/indexes-of-%d-bits.gif".formatted(size),
                    screen(2, 2).frame(0, 0, 2, 2).bytes(size, 1, 0, 0).end());
        }
        files.corrupt(
                "gif/no-codes.gif", screen(2, 2).frame(0, 0, 2, 2).bytes(2, 0).end());
        files.corrupt(
                "gif/no-bytes-for-codes.gif", screen(2, 2).frame(0, 0, 2, 2).unfinished());
        files.corrupt(
                "gif/end-at-once.gif", screen(2, 2).frame(0, 0, 2, 2).codes(END).end());
        files.corrupt(
                "gif/clear-only.gif",
                screen(2, 2)
                        .frame(0, 0, 2, 2)
                        .codes(CLEAR, CLEAR, CLEAR, CLEAR, END)
                        .end());
        files.corrupt(
                "gif/code-not-yet-defined.gif",
                screen(2, 2).frame(0, 0, 2, 2).codes(CLEAR, 7, END).end());
        files.corrupt(
                "gif/code-defined-after-next.gif",
                screen(2, 2).frame(0, 0, 2, 2).codes(CLEAR, 1, 7, END).end());
        files.answered(
                "gif/code-defined-by-itself.gif",
                screen(2, 2).frame(0, 0, 2, 2).codes(CLEAR, 1, 6, 1, END).end());
        files.answered(
                "gif/no-clear-first.gif",
                screen(2, 2).frame(0, 0, 2, 2).codes(1, 2, 3, 0, END).end());
        files.answered(
                "gif/no-end-code.gif",
                screen(2, 2).frame(0, 0, 2, 2).codes(CLEAR, 1, 2, 3, 0).end());
        files.answered(
                "gif/more-pixels-than-the-frame.gif",
                screen(2, 2).frame(0, 0, 1, 1).codes(CLEAR, 1, 2, 3, 0, END).end());
        files.corrupt(
                "gif/a-pixel-too-few.gif",
                screen(2, 2).frame(0, 0, 2, 2).codes(CLEAR, 1, 2, 3, END).end());
    }
}
