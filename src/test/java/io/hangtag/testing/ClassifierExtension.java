package io.hangtag.testing;

import io.hangtag.model.Classifier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The classifier whose answers can be computed by hand, loaded once for all tests of a class. */
public final class ClassifierExtension implements BeforeAllCallback, AfterAllCallback {
    private Classifier classifier;

    @Override
    public void beforeAll(ExtensionContext context) {
        classifier = TestClassifiers.primaryColors();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (classifier != null) {
            classifier.close();
        }
    }

    public Classifier classifier() {
        return classifier;
    }
}
