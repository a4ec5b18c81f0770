package io.hangtag.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.image.ImageFormat;
import io.hangtag.image.ImageLimits;
import io.hangtag.image.PhotoReader;
import io.hangtag.image.jpeg.JpegDecoder;
import io.hangtag.model.Classifier;
import io.hangtag.tagging.Classification;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.testing.TestClassifiers;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotPrimingTest {
    @Test
    void takesAWholePhotoThroughDecoderAndModel() {
        try (Classifier classifier = TestClassifiers.primaryColors()) {
            PhotoReader reader =
                    new PhotoReader(List.of(new JpegDecoder()), new ImageLimits(100_000, 1_000_000, 1_000));

            Classification primed = new SnapshotPriming(() -> new PhotoClassifier(reader, classifier)).prime();

            assertThat(primed.header().format()).isEqualTo(ImageFormat.JPEG);
            assertThat(primed.decision().top()).isNotEmpty();
        }
    }
}
