package io.hangtag.hostile;

import io.hangtag.error.ErrorCode;
import java.util.List;

/** Files that are no photos that are read. They are told by their beginnings, so that is what is made of most. */
final class OtherFiles {
    private static final int LARGEST = 26_214_400;

    private final HostileFiles files = new HostileFiles();

    static List<HostileFile> all() {
        OtherFiles others = new OtherFiles();
        others.nothing();
        others.pictures();
        others.mediaContainers();
        others.documents();
        return others.files.all();
    }

    private void nothing() {
        files.refused("other/empty.jpg", new byte[0], ErrorCode.EMPTY_OBJECT);
        files.refused("other/too-large.jpg", new byte[LARGEST + 1], ErrorCode.TOO_LARGE);
        files.unsupported("other/largest-of-zeros.jpg", new byte[LARGEST]);
        files.unsupported("other/one-zero.jpg", new byte[1]);
        files.unsupported("other/half-a-signature.jpg", new byte[] {-1, (byte) 0xD8});
        files.unsupported("other/half-a-signature.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
        files.unsupported("other/half-a-signature.gif", "GIF8".getBytes());
        files.unsupported("other/half-a-signature.webp", "RIFF\0\0\0\0WEB".getBytes());
        files.unsupported("other/random.jpg", Noise.bytes(1, 10_000));
        files.unsupported("other/text.jpg", "a photo".getBytes());
    }

    private void pictures() {
        begins("tiff-little-endian.jpg", 'I', 'I', 42, 0);
        begins("tiff-big-endian.tif", 'M', 'M', 0, 42);
        begins("big-tiff.tif", 'I', 'I', 43, 0);
        files.unsupported("other/bomb.tif", tiff(0xFFFF_FFFFL, 0xFFFF_FFFFL));
        files.unsupported("other/1x1.tif", tiff(1, 1));
        begins("raw.orf", 'I', 'I', 'R', 'O');
        begins("jpeg-xr.jxr", 'I', 'I', 0xBC, 1);
        begins("jpeg-xl.jxl", 0xFF, 0x0A);
        begins("jpeg-xl-boxed.jxl", 0, 0, 0, 12, 'J', 'X', 'L', ' ', '\r', '\n', 0x87, '\n');
        begins("jpeg-2000.jpg", 0, 0, 0, 12, 'j', 'P', ' ', ' ', '\r', '\n', 0x87, '\n');
        begins("jpeg-2000-stream.jpg", 0xFF, 0x4F, 0xFF, 0x51);
        begins("jpeg-ls.jpg", 0xFF, 0xD8, 0xFF, 0xF7);
        begins("icon.ico", 0, 0, 1, 0);
        begins("photoshop.psd", '8', 'B', 'P', 'S');
        begins("openexr.exr", 0x76, 0x2F, 0x31, 0x01);
        begins("qoi.qoi", 'q', 'o', 'i', 'f');
        begins("bmp.jpg", 'B', 'M');
        begins("mng.png", 0x8A, 'M', 'N', 'G');
        begins("radiance.hdr", "#?RADIANCE");
        begins("gimp.xcf", "gimp xcf");
    }

    private void begins(String name, int... bytes) {
        files.unsupported(
                "other/" + name, new ByteBuilder().add(bytes).repeat(500, 0).end());
    }

    private void begins(String name, String bytes) {
        files.unsupported(
                "other/" + name, new ByteBuilder().add(bytes).repeat(500, 0).end());
    }

    /** With a directory that declares a size and one strip. */
    private static byte[] tiff(long width, long height) {
        return new ByteBuilder()
                .add("MM")
                .uint16(42)
                .uint32(8)
                .uint16(2)
                .uint16(256)
                .uint16(4)
                .uint32(1)
                .uint32(width)
                .uint16(257)
                .uint16(4)
                .uint32(1)
                .uint32(height)
                .uint32(8)
                .end();
    }

    private void mediaContainers() {
        for (String brand : List.of(
                "heic", "heix", "heim", "heis", "hevc", "hevx", "avif", "avis", "mif1", "msf1", "crx ", "qt  ", "isom",
                "iso2", "mp41", "mp42", "M4V ", "none")) {
            byte[] container = new ByteBuilder()
                    .uint32(24)
                    .add("ftyp")
                    .add(brand)
                    .uint32(0)
                    .add(brand)
                    .add("miaf")
                    .uint32(8)
                    .add("mdat")
                    .end();
            files.unsupported("other/container-%s.jpg".formatted(brand.strip()), container);
        }
        files.unsupported(
                "other/container-heic-by-compatible-brand.jpg",
                new ByteBuilder()
                        .uint32(24)
                        .add("ftypmif1")
                        .uint32(0)
                        .add("miafheic")
                        .end());
        files.unsupported(
                "other/container-of-length-0.jpg",
                new ByteBuilder().uint32(0).add("ftypheic").end());
        files.unsupported(
                "other/container-of-the-largest-length.jpg",
                new ByteBuilder().uint32(0xFFFF_FFFFL).add("ftypheic").end());
        files.unsupported(
                "other/container-cut-short.jpg",
                new ByteBuilder().uint32(24).add("ftyp").end());
    }

    private void documents() {
        begins("document.pdf", "%PDF-1.7\n");
        begins("document.ps", "%!PS-Adobe-3.0");
        begins("archive.zip", 'P', 'K', 3, 4);
        begins("archive.gz", 0x1F, 0x8B);
        begins("video.mkv", 0x1A, 0x45, 0xDF, 0xA3);
        begins("document.djvu", "AT&TFORM");
        begins("sound.wav", "RIFF\0\0\0\0WAVE");
        begins("video.webp", "RIFF\0\0\0\0AVI ");
        begins("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='1e9' height='1e9'/>");
        begins(
                "drawing.jpg",
                "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><svg>&b;</svg>");
        begins("page.jpg", "\n\n<!DOCTYPE html><html><body>403</body></html>");
        begins("page.png", "<html><img src='x.png'></html>");
        begins("feed.jpg", "<?xml version='1.0'?><products/>");
        begins("script.gif", "<script>alert(1)</script>");
        begins("program.jpg", 0x7F, 'E', 'L', 'F');
        begins("program.png", 'M', 'Z');
    }
}
