package io.hangtag.tagging;

import io.hangtag.model.ModelVersion;

/**
 * Photo bytes to an answer: read, letterbox, classify, decide. Pure computation, safe to call from several threads.
 */
public interface PhotoClassifier {
    /**
     * Classifies one photo.
     *
     * @param photo the whole file
     * @throws io.hangtag.error.HangtagException with {@code EMPTY_OBJECT}, {@code TOO_LARGE}, {@code UNSUPPORTED_FORMAT},
     *     {@code TOO_MANY_PIXELS}, {@code CORRUPT_IMAGE} or {@code MODEL_REFUSED}
     */
    Classification classify(byte[] photo);

    /** The model that answers. */
    ModelVersion model();
}
