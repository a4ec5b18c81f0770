package io.hangtag.hostile;

import io.hangtag.image.gif.GifBuilder;
import io.hangtag.image.jpeg.SampleJpegs;
import io.hangtag.image.png.PngBuilder;
import java.util.List;

/** Files that are two things at once. What counts is how they begin, and nothing behind the picture is looked at. */
final class Polyglots {
    private static final int AFTER_START = 2;

    private final HostileFiles files = new HostileFiles();
    private final byte[] jpeg = SampleJpegs.jpeg("420");
    private final byte[] png = Samples.ofDecoder("png", "rgb-8.png");
    private final byte[] gif = Samples.ofDecoder("gif", "depth-4.gif");
    private final byte[] webp = Samples.ofDecoder("webp", "lossy-33x3.webp");
    private final byte[] zip = new ByteBuilder()
            .add("PK")
            .add(3, 4)
            .repeat(26, 0)
            .add("PK")
            .add(5, 6)
            .repeat(18, 0)
            .end();
    private final byte[] pdf =
            new ByteBuilder().add("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF").end();

    static List<HostileFile> all() {
        Polyglots polyglots = new Polyglots();
        polyglots.behind();
        polyglots.inside();
        polyglots.before();
        return polyglots.files.all();
    }

    private void behind() {
        files.answered("polyglot/jpeg-then-zip.zip", joined(jpeg, zip));
        files.answered("polyglot/jpeg-then-png.png", joined(jpeg, png));
        files.answered("polyglot/jpeg-then-jpeg.jpg", joined(jpeg, jpeg));
        files.answered("polyglot/jpeg-then-pdf.pdf", joined(jpeg, pdf));
        files.answered("polyglot/jpeg-then-html.html", joined(jpeg, "<html></html>".getBytes()));
        files.answered("polyglot/png-then-jpeg.jpg", joined(png, jpeg));
        files.answered("polyglot/png-then-zip.zip", joined(png, zip));
        files.answered("polyglot/gif-then-jpeg.jpg", joined(gif, jpeg));
        files.answered("polyglot/gif-then-zip.zip", joined(gif, zip));
        files.answered("polyglot/webp-then-pdf.pdf", joined(webp, pdf));
        files.answered("polyglot/webp-then-png.png", joined(webp, png));
    }

    private void inside() {
        files.answered("polyglot/zip-in-a-jpeg-comment.jpg", inComment(zip));
        files.answered("polyglot/php-in-a-jpeg-comment.php", inComment("<?php system($_GET[0]); ?>".getBytes()));
        files.answered("polyglot/html-in-a-jpeg-comment.html", inComment("<!DOCTYPE html><html>".getBytes()));
        files.answered("polyglot/pdf-in-a-jpeg-comment.pdf", inComment(pdf));
        files.answered(
                "polyglot/jpeg-in-a-jpeg-thumbnail.jpg",
                SampleJpegs.insert(
                        jpeg,
                        AFTER_START,
                        new ByteBuilder()
                                .add(0xFF, 0xE1)
                                .uint16(jpeg.length + 8)
                                .add("Exif")
                                .add(0, 0)
                                .add(jpeg)
                                .end()));
        files.answered(
                "polyglot/svg-in-a-png-text.svg",
                new PngBuilder()
                        .header(3, 3, 8, 0)
                        .chunk("tEXt", "x\0<svg onload=alert(1)>".getBytes())
                        .data(new byte[12])
                        .end());
        files.answered(
                "polyglot/html-in-a-png-text.html",
                new PngBuilder()
                        .header(3, 3, 8, 0)
                        .chunk("tEXt", "x\0<html>".getBytes())
                        .data(new byte[12])
                        .end());
        files.answered(
                "polyglot/jpeg-in-a-gif-comment.gif",
                new GifBuilder(2, 2)
                        .bytes(0x21, 0xFE, 3, 0xFF, 0xD8, 0xFF, 0)
                        .frame(0, 0, 2, 2)
                        .codes(4, 1, 2, 3, 0, 5)
                        .end());
    }

    private void before() {
        // A script that begins "GIF89a/*": the slash and the star are the screen's width, 10,799 pixels.
        byte[] script = new GifBuilder(0x2A2F, 10)
                .frame(0, 0, 2, 2)
                .codes(4, 1, 2, 3, 0, 5)
                .end();
        files.answered("polyglot/gif-that-is-a-script.js", joined(script, "*/=1;alert(1)".getBytes()));
        files.unsupported("polyglot/pdf-then-jpeg.jpg", joined(pdf, jpeg));
        files.unsupported("polyglot/zip-then-jpeg.jpg", joined(zip, jpeg));
        files.unsupported("polyglot/html-then-png.png", joined("<html>".getBytes(), png));
        files.unsupported(
                "polyglot/byte-order-mark-then-jpeg.jpg",
                joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, jpeg));
        files.unsupported("polyglot/line-end-then-png.png", joined("\r\n".getBytes(), png));
        files.unsupported("polyglot/zero-then-gif.gif", joined(new byte[1], gif));
    }

    private byte[] inComment(byte[] content) {
        return SampleJpegs.insert(
                jpeg,
                AFTER_START,
                new ByteBuilder()
                        .add(0xFF, 0xFE)
                        .uint16(content.length + 2)
                        .add(content)
                        .end());
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return new ByteBuilder().add(one).add(other).end();
    }
}
