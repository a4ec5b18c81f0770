package io.hangtag.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatSnifferTest {
    @ParameterizedTest
    @CsvSource({
        "JPEG, FFD8FFE000104A464946",
        "JPEG, FFD8FFE1",
        "JPEG, FFD8FFDB",
        "JPEG, FFD8FF",
        "PNG, 89504E470D0A1A0A",
        "GIF, 474946383761",
        "GIF, 474946383961",
        "WEBP, 524946460000000057454250",
        "WEBP, 52494646FFFFFFFF574542505650382000"
    })
    void tellsTheFormatsThatAreRead(ImageFormat format, String hex) {
        assertThat(FormatSniffer.sniff(bytes(hex))).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({
        "HEIC photo, 00000018667479706865696300000000",
        "HEIC photo, 0000001C667479706D6966310000000068656963",
        "HEIC photo sequence, 000000186674797068657663",
        "AVIF photo, 000000206674797061766966",
        "AVIF photo, 00000020667479706D69663100000000617669666D696631",
        "raw photo, 000000186674797063727820",
        "MP4 video, 000000186674797069736F6D",
        "QuickTime video, 000000146674797071742020",
        "ISO media container, 00000018667479703F3F3F3F",
        "ISO media container, 00000000667479706D696631",
        "TIFF, 49492A0008000000",
        "TIFF, 4D4D002A00000008",
        "BigTIFF, 49492B0008000000",
        "BMP, 424D36000000",
        "Windows icon, 000001000100",
        "Windows cursor, 000002000100",
        "JPEG XL, FF0A0000",
        "JPEG XL, 0000000C4A584C200D0A870A",
        "JPEG 2000, 0000000C6A5020200D0A870A",
        "JPEG 2000, FF4FFF51",
        "JPEG XR, 4949BC01",
        "JPEG-LS, FFD8FFF7",
        "Photoshop, 38425053",
        "PDF, 255044462D312E37",
        "RIFF file, 5249464600000000415649204C495354",
        "RIFF file, 52494646",
        "damaged by a transfer as text, 89504E470A1A0A",
        "ZIP, 504B0304",
        "gzip, 1F8B08",
        "WebM, 1A45DFA3"
    })
    void namesWhatItRecognises(String name, String hex) {
        assertUnsupported(bytes(hex)).withMessageContaining(name).withMessageContaining("export it as JPEG, PNG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<?xml version='1.0'?>\n<!-- drawn -->\n<svg/>",
                "\uFEFF  <!DOCTYPE svg><SVG/>"
            })
    void namesDrawings(String text) {
        assertUnsupported(text.getBytes(StandardCharsets.UTF_8)).withMessageContaining("an SVG drawing");
    }

    @Test
    void namesAnErrorPageInThePhotosPlace() {
        assertUnsupported("<!DOCTYPE html><title>404</title>".getBytes(StandardCharsets.UTF_8))
                .withMessageContaining("web page");
    }

    @Test
    void speaksInWholeSentences() {
        assertUnsupported(bytes("000000186674797068656963"))
                .withMessage("This is a HEIC photo; export it as JPEG, PNG, WebP or GIF.");
        assertUnsupported(bytes("00"))
                .withMessage("This is no photo that is read: its first bytes are of no known format;"
                        + " export it as JPEG, PNG, WebP or GIF.");
    }

    @Test
    void tellsAnEmptyFileFromAnUnknownOne() {
        assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> FormatSniffer.sniff(new byte[0]))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.EMPTY_OBJECT));
    }

    @Test
    void survivesAnyFirstBytes() {
        Random random = new Random(3);
        byte[] known = bytes("0000001C667479706D6966310000000068656963");
        for (int round = 0; round < 20_000; round++) {
            byte[] photo = Arrays.copyOf(known, 1 + random.nextInt(known.length));
            photo[random.nextInt(photo.length)] = (byte) random.nextInt(256);
            photo[random.nextInt(photo.length)] = (byte) random.nextInt(256);
            assertUnsupported(photo);
        }
    }

    private static ThrowableAssertAlternative<HangtagException> assertUnsupported(byte[] photo) {
        return assertThatExceptionOfType(HangtagException.class)
                .isThrownBy(() -> FormatSniffer.sniff(photo))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
