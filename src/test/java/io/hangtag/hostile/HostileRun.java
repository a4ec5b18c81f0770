package io.hangtag.hostile;

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
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.testing.ProcessStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tags hostile files in this process and writes a line of each: name, expected, actual, milliseconds; last, the peak. Its
 * argument is the side of the bombs.
 */
public final class HostileRun {
    static final String PEAK = "peak kilobytes";

    private HostileRun() {}

    public static void main(String... arguments) throws IOException {
        PhotoReader reader = new PhotoReader(
                List.of(new JpegDecoder(), new PngDecoder(), new GifDecoder(), new WebpDecoder()),
                new ImageLimits(26_214_400, 64_000_000, 20_000));
        try (Classifier classifier = new ClassifierLoader(new NativeLibraries(Optional.empty()), 1)
                        .load(new ModelPackageReader(new ObjectMapper())
                                .read(Path.of("models/packages"), "clothing-73"));
                Stream<HostileFile> files = HostileCorpus.files(Integer.parseInt(arguments[0]))) {
            HostileTagging tagging = new HostileTagging(new PhotoClassifier(reader, classifier));
            files.forEach(file -> {
                Ending ending = tagging.tag(file);
                System.out.println(String.join(
                        "\t", ending.file(), ending.expected(), ending.actual(), Long.toString(ending.milliseconds())));
            });
        }
        System.out.println(PEAK + "\t" + ProcessStatus.now().peakKilobytes());
    }
}
