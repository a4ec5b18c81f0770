package io.hangtag.tagging;

import io.hangtag.image.ImageHeader;
import io.hangtag.image.PhotoReader;
import io.hangtag.image.RgbImage;
import io.hangtag.model.Classifier;
import io.hangtag.model.Decision;
import io.hangtag.model.DecisionRule;
import io.hangtag.model.ModelPackage;
import io.hangtag.model.ModelVersion;
import io.hangtag.model.Prediction;
import org.jboss.logging.Logger;

/**
 * Photo bytes to an answer: read, letterbox, classify, decide. Every door answers through this one object, so that the
 * same photo has the same answer everywhere. Safe from several threads.
 */
public final class PhotoClassifier {
    private static final Logger LOG = Logger.getLogger(PhotoClassifier.class);

    private final PhotoReader reader;
    private final Classifier classifier;
    private final DecisionRule decisionRule;

    public PhotoClassifier(PhotoReader reader, Classifier classifier) {
        this.reader = reader;
        this.classifier = classifier;
        this.decisionRule = new DecisionRule(classifier.modelPackage().taxonomy());
    }

    /** The model that answers. */
    public ModelVersion model() {
        return modelPackage().version();
    }

    /** The package that answers. */
    public ModelPackage modelPackage() {
        return classifier.modelPackage();
    }

    /**
     * Reads a photo's header and holds it against the limits.
     *
     * @throws io.hangtag.error.HangtagException with {@code EMPTY_OBJECT}, {@code TOO_LARGE}, {@code UNSUPPORTED_FORMAT},
     *     {@code CORRUPT_IMAGE} or {@code TOO_MANY_PIXELS}
     */
    public ImageHeader readHeader(byte[] photo) {
        return reader.readHeader(photo);
    }

    /**
     * Classifies one photo.
     *
     * @param photo the whole file
     * @throws io.hangtag.error.HangtagException as {@link #readHeader}, or with {@code MODEL_REFUSED}
     */
    public Classification classify(byte[] photo) {
        long start = System.nanoTime();
        ImageHeader header = reader.readHeader(photo);
        RgbImage letterboxed =
                reader.letterbox(photo, header, classifier.modelPackage().letterbox());
        long decoded = System.nanoTime();
        Prediction prediction = classifier.classify(letterboxed);
        long inferred = System.nanoTime();
        Decision decision = decisionRule.decide(prediction);
        Classification.Timings timings = new Classification.Timings(
                milliseconds(decoded - start),
                milliseconds(inferred - decoded),
                milliseconds(System.nanoTime() - start));
        LOG.debugf("decode=%s ms inference=%s ms", timings.decodeMillis(), timings.inferenceMillis());
        return new Classification(header, decision, PhotoState.of(decision), model(), timings);
    }

    private static double milliseconds(long nanoseconds) {
        return Math.round(nanoseconds / 1e4) / 100.0;
    }
}
