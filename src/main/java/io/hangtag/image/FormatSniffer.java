package io.hangtag.image;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells a photo's format by its first bytes. Names and content types are not looked at: shops get them wrong. */
public final class FormatSniffer {
    /** Bytes a declaration or a comment may take before {@code <svg}. */
    private static final int TEXT_BYTES = 1024;

    private static final String ADVICE = "; export it as JPEG, PNG, WebP or GIF.";

    private record Signature(String name, int offset, byte[] bytes) {
        static Signature of(String name, int offset, int... values) {
            byte[] bytes = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                bytes[i] = (byte) values[i];
            }
            return new Signature(name, offset, bytes);
        }

        static Signature of(String name, int offset, String ascii) {
            return new Signature(name, offset, ascii.getBytes(StandardCharsets.ISO_8859_1));
        }

        boolean matches(byte[] photo) {
            if (photo.length < offset + bytes.length) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if (photo[offset + i] != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final Signature JPEG = Signature.of("JPEG", 0, 0xFF, 0xD8, 0xFF);
    private static final Signature PNG = Signature.of("PNG", 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
    private static final Signature GIF_87A = Signature.of("GIF", 0, "GIF87a");
    private static final Signature GIF_89A = Signature.of("GIF", 0, "GIF89a");
    private static final Signature RIFF = Signature.of("RIFF", 0, "RIFF");
    private static final Signature WEBP = Signature.of("WebP", 8, "WEBP");
    private static final Signature BASE_MEDIA = Signature.of("ISO base media", 4, "ftyp");

    /** What uploads are when they are not what is read, each with the article it is spoken of with. */
    private static final List<Signature> UNSUPPORTED = List.of(
            Signature.of("a PNG damaged by a transfer as text", 0, 0x89, 'P', 'N', 'G'),
            Signature.of("a TIFF picture", 0, 'I', 'I', 42, 0),
            Signature.of("a TIFF picture", 0, 'M', 'M', 0, 42),
            Signature.of("a BigTIFF picture", 0, 'I', 'I', 43, 0),
            Signature.of("a BigTIFF picture", 0, 'M', 'M', 0, 43),
            Signature.of("a camera's raw photo", 0, 'I', 'I', 'R', 'O'),
            Signature.of("a camera's raw photo", 0, 'I', 'I', 'U', 0),
            Signature.of("a camera's raw photo", 0, "FUJIFILMCCD-RAW"),
            Signature.of("a JPEG XR picture", 0, 'I', 'I', 0xBC, 1),
            Signature.of("a JPEG XL picture", 0, 0xFF, 0x0A),
            Signature.of("a JPEG XL picture", 0, 0, 0, 0, 12, 'J', 'X', 'L', ' ', '\r', '\n', 0x87, '\n'),
            Signature.of("a JPEG 2000 picture", 0, 0, 0, 0, 12, 'j', 'P', ' ', ' ', '\r', '\n', 0x87, '\n'),
            Signature.of("a JPEG 2000 picture", 0, 0xFF, 0x4F, 0xFF, 0x51),
            Signature.of("a JPEG-LS picture", 0, 0xFF, 0xD8, 0xFF, 0xF7),
            Signature.of("a Windows icon", 0, 0, 0, 1, 0),
            Signature.of("a Windows cursor", 0, 0, 0, 2, 0),
            Signature.of("a Photoshop document", 0, "8BPS"),
            Signature.of("a GIMP document", 0, "gimp xcf"),
            Signature.of("a PDF document", 0, "%PDF-"),
            Signature.of("a PostScript document", 0, "%!PS"),
            Signature.of("an OpenEXR picture", 0, 0x76, 0x2F, 0x31, 0x01),
            Signature.of("a Radiance HDR picture", 0, "#?RADIANCE"),
            Signature.of("a DirectDraw texture", 0, "DDS "),
            Signature.of("a QOI picture", 0, "qoif"),
            Signature.of("a FLIF picture", 0, "FLIF"),
            Signature.of("a DjVu document", 0, "AT&TFORM"),
            Signature.of("a MNG animation", 0, 0x8A, 'M', 'N', 'G'),
            Signature.of("a Matroska or WebM video", 0, 0x1A, 0x45, 0xDF, 0xA3),
            Signature.of("a ZIP archive", 0, 'P', 'K', 3, 4),
            Signature.of("a gzip archive", 0, 0x1F, 0x8B),
            // Two letters only, so after all that say more.
            Signature.of("a BMP picture", 0, "BM"));

    private static final Map<String, String> BASE_MEDIA_BRANDS = Map.ofEntries(
            Map.entry("heic", "a HEIC photo"),
            Map.entry("heix", "a HEIC photo"),
            Map.entry("heim", "a HEIC photo"),
            Map.entry("heis", "a HEIC photo"),
            Map.entry("hevc", "a HEIC photo sequence"),
            Map.entry("hevx", "a HEIC photo sequence"),
            Map.entry("avif", "an AVIF photo"),
            Map.entry("avis", "an AVIF photo sequence"),
            Map.entry("crx ", "a camera's raw photo"),
            Map.entry("qt  ", "a QuickTime video"),
            Map.entry("isom", "an MP4 video"),
            Map.entry("iso2", "an MP4 video"),
            Map.entry("mp41", "an MP4 video"),
            Map.entry("mp42", "an MP4 video"),
            Map.entry("M4V ", "an MP4 video"));

    private FormatSniffer() {}

    /**
     * The format of a photo that is read.
     *
     * @throws HangtagException {@code EMPTY_OBJECT} for no bytes, {@code UNSUPPORTED_FORMAT} naming what was recognised
     */
    public static ImageFormat sniff(byte[] photo) {
        if (photo.length == 0) {
            throw new HangtagException(ErrorCode.EMPTY_OBJECT, "The file has no bytes; upload the photo again.");
        }
        // JPEG-LS begins as JPEG does; its next marker, SOF55, tells it apart.
        if (JPEG.matches(photo) && (photo.length < 4 || photo[3] != (byte) 0xF7)) {
            return ImageFormat.JPEG;
        }
        if (PNG.matches(photo)) {
            return ImageFormat.PNG;
        }
        if (GIF_87A.matches(photo) || GIF_89A.matches(photo)) {
            return ImageFormat.GIF;
        }
        if (RIFF.matches(photo) && WEBP.matches(photo)) {
            return ImageFormat.WEBP;
        }
        throw new HangtagException(
                ErrorCode.UNSUPPORTED_FORMAT,
                recognise(photo)
                        .map(name -> "This is " + name + ADVICE)
                        .orElse("This is no photo that is read: its first bytes are of no known format" + ADVICE));
    }

    private static Optional<String> recognise(byte[] photo) {
        if (BASE_MEDIA.matches(photo)) {
            return Optional.of(baseMedia(photo));
        }
        if (RIFF.matches(photo)) {
            return Optional.of("a RIFF file, such as a WAV or AVI");
        }
        return UNSUPPORTED.stream()
                .filter(signature -> signature.matches(photo))
                .map(Signature::name)
                .findFirst()
                .or(() -> text(photo));
    }

    /**
     * By the major brand, else by the compatible ones: HEIC and AVIF files may begin with the general {@code mif1} or
     * {@code msf1} (ISO/IEC 23008-12, section 10).
     */
    private static String baseMedia(byte[] photo) {
        long declared = (photo[0] & 0xFFL) << 24 | (photo[1] & 0xFF) << 16 | (photo[2] & 0xFF) << 8 | photo[3] & 0xFF;
        int end = (int) Math.min(Math.min(declared, TEXT_BYTES), photo.length);
        for (int at = 8; at + 4 <= end; at += at == 8 ? 8 : 4) {
            String name = BASE_MEDIA_BRANDS.get(new String(photo, at, 4, StandardCharsets.ISO_8859_1));
            if (name != null) {
                return name;
            }
        }
        return "a video or photo in an ISO media container, such as HEIF or MP4";
    }

    private static Optional<String> text(byte[] photo) {
        String beginning = new String(photo, 0, Math.min(photo.length, TEXT_BYTES), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        if (!beginning.startsWith("<")) {
            return Optional.empty();
        }
        if (beginning.contains("<svg")) {
            return Optional.of("an SVG drawing");
        }
        if (beginning.startsWith("<!doctype html") || beginning.contains("<html")) {
            return Optional.of("a web page, perhaps an error page saved in the photo's place");
        }
        return Optional.of("an XML document");
    }
}
