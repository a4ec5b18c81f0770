package io.hangtag.api.explanation;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.ImageHeader;
import io.hangtag.image.LetterboxGeometry;
import io.hangtag.image.LetterboxSpec;
import io.hangtag.image.PhotoReader;
import io.hangtag.image.png.encode.PngEncoder;
import io.hangtag.model.ClassActivationMap;
import io.hangtag.model.Classifier;
import jakarta.enterprise.context.ApplicationScoped;

/** Photo bytes to a picture of where a class was seen. Safe from several threads. */
@ApplicationScoped
public class Explainer {
    /** What the picture's longer side has: more shows no more of a map of a few cells. */
    private static final int SIDE = 384;

    private final PhotoReader reader;
    private final Classifier classifier;
    private final HeatMapPainter painter = new HeatMapPainter();
    private final PngEncoder encoder = new PngEncoder();

    Explainer(PhotoReader reader, Classifier classifier) {
        this.reader = reader;
        this.classifier = classifier;
    }

    /**
     * Refuses to explain with {@code NOT_FOUND} where the model's package lacks the weights of its last layer.
     */
    public void checkAvailable() {
        if (classifier.modelPackage().head().isEmpty()) {
            throw new HangtagException(
                    ErrorCode.NOT_FOUND,
                    "The model %s comes without the weights of its last layer (head.f32), so it cannot show where it looked"
                            .formatted(classifier.modelPackage().version()));
        }
    }

    /**
     * The heat map of a class, as a PNG in the proportions of the upright photo.
     *
     * @param photo the whole file
     * @param classId of the model's classes
     * @throws HangtagException as {@link PhotoReader} refuses photos, or with {@code NOT_FOUND} or {@code MODEL_REFUSED}
     */
    public byte[] explain(byte[] photo, String classId) {
        checkAvailable();
        return encoder.encode(painter.paint(heat(photo, classId)));
    }

    HeatMap heat(byte[] photo, String classId) {
        ImageHeader header = reader.readHeader(photo);
        LetterboxSpec letterbox = classifier.modelPackage().letterbox();
        ClassActivationMap map = classifier.activation(reader.letterbox(photo, header, letterbox), classId);
        int width = header.uprightWidth();
        int height = header.uprightHeight();
        return HeatMap.of(
                map,
                LetterboxGeometry.of(width, height, letterbox.size()),
                letterbox.size(),
                LetterboxGeometry.of(width, height, SIDE));
    }
}
