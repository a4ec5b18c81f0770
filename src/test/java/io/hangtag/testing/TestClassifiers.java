package io.hangtag.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.image.ImageLimits;
import io.hangtag.image.PhotoReader;
import io.hangtag.image.gif.GifDecoder;
import io.hangtag.image.png.PngDecoder;
import io.hangtag.model.Classifier;
import io.hangtag.model.ClassifierLoader;
import io.hangtag.model.ModelPackageReader;
import io.hangtag.model.NativeLibraries;
import io.hangtag.tagging.PhotoClassifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The real classifier on the package that tests can compute by hand. */
public final class TestClassifiers {
    public static final Path PACKAGES = Path.of("src/test/resources/packages");

    private TestClassifiers() {}

    public static Classifier primaryColors() {
        return new ClassifierLoader(new NativeLibraries(Optional.empty()), 1)
                .load(new ModelPackageReader(new ObjectMapper()).read(PACKAGES, "primary-colors"));
    }

    public static PhotoClassifier photoClassifier(Classifier classifier) {
        ImageLimits limits = new ImageLimits(1_000_000, 1_000_000, 5_000);
        return new PhotoClassifier(new PhotoReader(List.of(new PngDecoder(), new GifDecoder()), limits), classifier);
    }
}
