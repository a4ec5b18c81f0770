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
 * argument is the side of the bombs of the hostile corpus, or a folder with public suites.
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
                Stream<HostileFile> files = files(arguments[0])) {
            HostileTagging tagging = new HostileTagging(new PhotoClassifier(reader, classifier));
            files.forEach(file -> System.out.println(tagging.tag(file).line()));
        }
        System.out.println(PEAK + "\t" + ProcessStatus.now().peakKilobytes());
    }

    private static Stream<HostileFile> files(String argument) throws IOException {
        return argument.matches("\\d+")
                ? HostileCorpus.files(Integer.parseInt(argument))
                : PublicSuites.files(Path.of(argument));
    }
}
