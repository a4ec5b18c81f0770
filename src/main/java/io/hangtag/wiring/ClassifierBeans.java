package io.hangtag.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.config.HangtagConfig;
import io.hangtag.image.ImageDecoder;
import io.hangtag.image.ImageLimits;
import io.hangtag.image.PhotoReader;
import io.hangtag.image.PixelBudget;
import io.hangtag.image.gif.GifDecoder;
import io.hangtag.image.jpeg.JpegDecoder;
import io.hangtag.image.png.PngDecoder;
import io.hangtag.image.webp.WebpDecoder;
import io.hangtag.model.Classifier;
import io.hangtag.model.ClassifierLoader;
import io.hangtag.model.ModelPackageReader;
import io.hangtag.model.NativeLibraries;
import io.hangtag.tagging.PhotoClassifier;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Photo reading and the model. The model is loaded at start, so that a bad package fails then and not with a photo. */
@Dependent
class ClassifierBeans {
    @Produces
    @Singleton
    ImageLimits imageLimits(HangtagConfig config) {
        HangtagConfig.Limits limits = config.limits();
        return new ImageLimits(limits.bytes(), limits.pixels(), limits.side());
    }

    @Produces
    @Singleton
    PhotoReader photoReader(ImageLimits limits, HangtagConfig config) {
        List<ImageDecoder> decoders = List.of(new JpegDecoder(), new PngDecoder(), new GifDecoder(), new WebpDecoder());
        return new PhotoReader(
                decoders, limits, new PixelBudget(config.tagging().pixelsAtOnce()));
    }

    @Produces
    @Singleton
    Classifier classifier(HangtagConfig config, ObjectMapper json) {
        HangtagConfig.Model model = config.model();
        int threads =
                model.threads() > 0 ? model.threads() : Runtime.getRuntime().availableProcessors();
        return new ClassifierLoader(new NativeLibraries(model.libraryDirectory()), threads)
                .load(new ModelPackageReader(json).read(model.directory(), model.name()));
    }

    void close(@Disposes Classifier classifier) {
        classifier.close();
    }

    @Produces
    @Singleton
    @Startup
    PhotoClassifier photoClassifier(PhotoReader reader, Classifier classifier) {
        return new PhotoClassifier(reader, classifier);
    }
}
