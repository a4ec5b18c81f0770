package io.hangtag.soak;

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
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Invokes the event function as often as it is told, with the released model, and writes what the process holds every so
 * often. Arguments: invocations, invocations between two samples, and optionally a folder with photos.
 */
public final class Soak {
    private static final long SEED = 73;
    private static final int KEYS = 300;
    private static final ImageLimits LIMITS = new ImageLimits(26_214_400, 64_000_000, 20_000);

    private final Random random = new Random(SEED);
    private final List<SoakPhoto> photos;
    private final Shop shop;

    private Soak(List<SoakPhoto> photos, Shop shop) {
        this.photos = photos;
        this.shop = shop;
    }

    public static void main(String... arguments) throws IOException {
        int invocations = Integer.parseInt(arguments[0]);
        int step = Integer.parseInt(arguments[1]);
        Optional<Path> folder = arguments.length > 2 ? Optional.of(Path.of(arguments[2])) : Optional.empty();
        PhotoReader reader = new PhotoReader(
                List.of(new JpegDecoder(), new PngDecoder(), new GifDecoder(), new WebpDecoder()), LIMITS);
        try (Classifier classifier = new ClassifierLoader(new NativeLibraries(Optional.empty()), 1)
                .load(new ModelPackageReader(new ObjectMapper()).read(Path.of("models/packages"), "clothing-73"))) {
            Soak soak = new Soak(SoakPhotos.all(folder), new Shop(new PhotoClassifier(reader, classifier)));
            int invoked = 0;
            while (invoked < invocations) {
                int before = invoked;
                while (invoked < before + step) {
                    invoked += soak.invoke();
                }
                System.out.println(
                        SoakSample.take(invoked, classifier.nativeValues()).line());
            }
        }
    }

    /** Does one deed of the shop's and returns how many invocations it took. */
    private int invoke() throws IOException {
        int key = random.nextInt(KEYS);
        SoakPhoto photo = photos.get(random.nextInt(photos.size()));
        int deed = random.nextInt(100);
        if (deed < 50) {
            shop.upload(key, photo);
        } else if (deed < 60) {
            shop.uploadDirectly(key, photo);
        } else if (deed < 65) {
            shop.uploadBesidePoison(key, photo);
        } else if (deed < 70) {
            shop.uploadThroughFault(key, photo);
            return 2;
        } else if (deed < 90) {
            shop.repeat(key);
        } else {
            shop.remove(key);
        }
        return 1;
    }
}
