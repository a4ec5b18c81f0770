package io.hangtag.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.api.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openqa.selenium.OutputType;

/**
 * Takes the pictures of the user guide: every view over the photos of examples/, in light, in dark and on a phone.
 * {@code mvn test -Dtest=ScreenshotsTest -Dscreenshots=docs/images} writes them; CONTRIBUTING.md says when.
 */
@QuarkusTest
@TestProfile(ExamplesPictureTest.Served.class)
@EnabledIfSystemProperty(
        named = "screenshots",
        matches = ".+",
        disabledReason = "takes pictures for the documentation, only when -Dscreenshots=FOLDER says where to")
class ScreenshotsTest extends PageTest {
    private static final int LARGEST = 150_000;
    private static final int PHONE_HEIGHT = 740;

    private final Path folder = Path.of(System.getProperty("screenshots", "target/screenshots"));

    /** How a picture is taken. */
    private enum Look {
        LIGHT("", 1180, false),
        DARK("-dark", 1180, true),
        NARROW("-narrow", PHONE, false);

        private final String suffix;
        private final int width;
        private final boolean dark;

        Look(String suffix, int width, boolean dark) {
            this.suffix = suffix;
            this.width = width;
            this.dark = dark;
        }
    }

    @Test
    void takesThePicturesOfEveryView() throws IOException {
        Map<String, String> photos = openTheExamples();
        browser.show("", DESKTOP, false);
        signAs("Anna");
        labelledBy("Anna", photos.get("white-vest-grey.jpg"), "camisole");
        labelledBy("Ben", photos.get("white-vest-grey.jpg"), "mens-vest");

        for (Look look : Look.values()) {
            catalog(look);
            upload(look);
            photo(look, photos.get("floral-dress.jpg"));
            review(look);
            models(look);
        }
        runABackfill();
        for (Look look : Look.values()) {
            jobs(look);
        }

        assertThat(browser.complaints()).isEmpty();
    }

    /** The examples, and some of them lying on their side, of which no model is sure; photoIds by file name. */
    private Map<String, String> openTheExamples() throws IOException {
        for (Path file : ExamplesPictureTest.examples()) {
            if (file.toString().matches(".*(shirt|saree|skirt|blazer|kurta|dress|polo|jeans)[^/]*\\.(png|jpg)")
                    && !file.toString().contains("cmyk")) {
                shop.tagged("uploads/returns/" + file.getFileName(), onItsSide(file), "image/png");
            }
        }
        return ExamplesPictureTest.examples().stream()
                .collect(Collectors.toMap(file -> file.getFileName().toString(), this::tagged));
    }

    private String tagged(Path file) {
        try {
            return shop.tagged("uploads/spring/" + file.getFileName(), Files.readAllBytes(file), "image/jpeg");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] onItsSide(Path file) throws IOException {
        BufferedImage upright = ImageIO.read(file.toFile());
        BufferedImage turned = new BufferedImage(upright.getHeight(), upright.getWidth(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, turned.getWidth(), turned.getHeight());
        graphics.rotate(Math.PI / 2);
        graphics.drawImage(upright, 0, -upright.getHeight(), null);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(turned, "png", png);
        return png.toByteArray();
    }

    private void catalog(Look look) throws IOException {
        show("", look, 760);
        browser.await("a.photo-card");
        take("catalog", look);
    }

    private void upload(Look look) throws IOException {
        show("", look, 760);
        browser.await("a.photo-card");
        Path text = Files.writeString(Files.createTempDirectory("shots").resolve("price-list.txt"), "no photo");
        browser.await(".photos-input")
                .sendKeys(Path.of("examples/mountain-tshirt.jpg").toAbsolutePath() + "\n"
                        + Path.of("examples/navy-blazer.jpg").toAbsolutePath() + "\n" + text);
        browser.awaitText("body", "Only JPEG, PNG, WebP and GIF");
        while (shop.deliver() > 0) {
            // until both are tagged
        }
        take("upload", look);
    }

    private void photo(Look look, String photoId) throws IOException {
        show("#/photo?id=" + TestShop.segment(photoId), look, 760);
        browser.await("h1");
        browser.press("h");
        browser.await("img.heat");
        take("photo", look);
    }

    private void review(Look look) throws IOException {
        show("#/review", look, 800);
        browser.await(".question");
        if (look != Look.NARROW) {
            browser.press("x");
        }
        take("review", look);
    }

    private void models(Look look) throws IOException {
        show("#/models", look, 1180);
        browser.awaitText("class-table caption", "classes");
        take("models", look);
    }

    private void jobs(Look look) throws IOException {
        show("#/models?tab=jobs", look, 620);
        browser.await(".job[data-job-state=done]");
        take("jobs", look);
    }

    private void runABackfill() {
        browser.show("#/models?tab=jobs", DESKTOP, false);
        browser.await("#job-backfill").click();
        browser.awaitButton("job-form button", "Start the backfill").click();
        browser.await(".job[data-job-state=done]");
    }

    private void show(String view, Look look, int height) {
        boolean phone = look == Look.NARROW;
        browser.driver()
                .executeCdpCommand(
                        "Emulation.setDeviceMetricsOverride",
                        Map.of(
                                "width",
                                look.width,
                                "height",
                                phone ? PHONE_HEIGHT : height,
                                "deviceScaleFactor",
                                1,
                                "mobile",
                                phone));
        browser.driver().executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", phone));
        browser.show(view, look.width, look.dark);
    }

    private void take(String view, Look look) throws IOException {
        browser.awaitPictures();
        byte[] picture = withPalette(browser.driver().getScreenshotAs(OutputType.BYTES));
        Files.write(Files.createDirectories(folder).resolve(view + look.suffix + ".png"), picture);
        assertThat(picture.length).as(view + look.suffix).isLessThan(LARGEST);
    }

    /** The picture in at most 256 colours, a third of the bytes; the JDK's writer of GIF chooses them. */
    private static byte[] withPalette(byte[] png) throws IOException {
        BufferedImage taken = ImageIO.read(new ByteArrayInputStream(png));
        BufferedImage opaque = new BufferedImage(taken.getWidth(), taken.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(taken, 0, 0, null);
        ByteArrayOutputStream indexed = new ByteArrayOutputStream();
        ImageIO.write(opaque, "gif", indexed);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ImageIO.write(ImageIO.read(new ByteArrayInputStream(indexed.toByteArray())), "png", written);
        return written.toByteArray();
    }
}
