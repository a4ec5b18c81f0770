package io.hangtag.lambda;

import io.hangtag.tagging.Classification;
import io.hangtag.tagging.PhotoClassifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Resource;

/**
 * Classifies one photo before SnapStart takes its snapshot, so that decoder and model are loaded and compiled in it ("Runtime
 * hooks for Lambda SnapStart", AWS Lambda Developer Guide). Without SnapStart nothing calls it.
 */
final class SnapshotPriming implements Resource {
    private static final String PHOTO = "priming.jpg";

    private final Supplier<PhotoClassifier> classifier;

    SnapshotPriming(Supplier<PhotoClassifier> classifier) {
        this.classifier = classifier;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        prime();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        // The SDK's clients fetch credentials and connect anew by themselves.
    }

    Classification prime() {
        try (InputStream photo = SnapshotPriming.class.getResourceAsStream(PHOTO)) {
            return classifier.get().classify(photo.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
