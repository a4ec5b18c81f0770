package io.hangtag.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.image.ImageFormat;
import io.hangtag.image.ImageLimits;
import io.hangtag.image.PhotoReader;
import io.hangtag.image.jpeg.JpegDecoder;
import io.hangtag.tagging.Classification;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.testing.ClassifierExtension;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PrimingPhotosTest {
    @RegisterExtension
    static final ClassifierExtension MODEL = new ClassifierExtension();

    private final PhotoClassifier classifier = new PhotoClassifier(
            new PhotoReader(List.of(new JpegDecoder()), new ImageLimits(25_000_000, 10_000_000, 5_000)),
            MODEL.classifier());

    @ParameterizedTest
    @MethodSource("io.hangtag.lambda.PrimingPhotos#draw")
    void everyPhotoIsReadToTheEndAndClassified(byte[] photo) {
        Classification classified = classifier.classify(photo);

        assertThat(classified.header().format()).isEqualTo(ImageFormat.JPEG);
        assertThat(classified.decision().top()).isNotEmpty();
    }
}
