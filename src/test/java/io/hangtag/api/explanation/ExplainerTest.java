package io.hangtag.api.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.image.ImageLimits;
import io.hangtag.image.PhotoReader;
import io.hangtag.image.gif.GifDecoder;
import io.hangtag.image.jpeg.JpegDecoder;
import io.hangtag.image.png.PngDecoder;
import io.hangtag.image.webp.WebpDecoder;
import io.hangtag.model.Classifier;
import io.hangtag.model.ClassifierLoader;
import io.hangtag.model.ModelPackageReader;
import io.hangtag.model.NativeLibraries;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model that is released looks at the garment, wherever it lies. */
class ExplainerTest {
    /** The drawings stand 3:4; each takes a quarter of the sheet, which is as upright as they are. */
    private static final int WIDTH = 600;

    private static final int HEIGHT = 800;

    private static Classifier classifier;
    private static Explainer explainer;

    @BeforeAll
    static void load() {
        classifier = new ClassifierLoader(new NativeLibraries(Optional.empty()), 1)
                .load(new ModelPackageReader(new ObjectMapper()).read(Path.of("models/packages"), "clothing-73"));
        PhotoReader reader = new PhotoReader(
                List.of(new JpegDecoder(), new PngDecoder(), new GifDecoder(), new WebpDecoder()),
                new ImageLimits(10_000_000, 64_000_000, 20_000));
        explainer = new Explainer(reader, classifier);
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    // The classes are what the model answers to so small a garment: a drawn skirt is a girl's there.
    @ParameterizedTest(name = "{0} at {2}, {3}")
    @CsvSource({
        "navy-blazer.jpg, blazer, 0, 0",
        "navy-blazer.jpg, blazer, 1, 1",
        "striped-polo.jpg, mens-polo-striped, 1, 0",
        "pleated-skirt.jpg, girls-skirt, 0, 1",
        "checked-shirt.png, mens-shirt-checked, 1, 1",
        "floral-dress.jpg, womens-dress-printed, 0, 1",
    })
    void looksAtTheGarmentWhereverItLies(String example, String classId, int right, int down) throws IOException {
        BufferedImage drawing =
                ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(Path.of("examples", example))));
        HeatMap map = explainer.heat(sheet(drawing, right * WIDTH, down * HEIGHT), classId);

        double inside = 0;
        double all = 0;
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                double heat = Math.max(0, map.share(y * map.width() + x));
                boolean there = 2 * x / map.width() == right && 2 * y / map.height() == down;
                inside += there ? heat : 0;
                all += heat;
            }
        }
        // A quarter of the sheet; the map has five cells a side, so some of a garment at the edge falls beside it.
        assertThat(inside / all).isGreaterThan(0.6);
    }

    private static byte[] sheet(BufferedImage drawing, int left, int top) throws IOException {
        BufferedImage sheet = new BufferedImage(2 * WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 2 * WIDTH, 2 * HEIGHT);
        graphics.drawImage(drawing, left, top, WIDTH, HEIGHT, null);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(sheet, "png", bytes);
        return bytes.toByteArray();
    }
}
