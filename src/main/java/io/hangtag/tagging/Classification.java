package io.hangtag.tagging;

import io.hangtag.image.ImageHeader;
import io.hangtag.model.Decision;
import io.hangtag.model.ModelVersion;

/**
 * One photo, read and decided; the same from every door.
 *
 * @param header what the photo is
 * @param decision what is answered
 * @param state where the answer puts the photo
 * @param model who answered
 * @param timings what it took
 */
public record Classification(
        ImageHeader header, Decision decision, PhotoState state, ModelVersion model, Timings timings) {
    /**
     * Wall-clock times of one photo, in milliseconds.
     *
     * @param decodeMillis reading the photo and making the model's input
     * @param inferenceMillis running the model
     * @param totalMillis both, and deciding
     */
    public record Timings(double decodeMillis, double inferenceMillis, double totalMillis) {}
}
