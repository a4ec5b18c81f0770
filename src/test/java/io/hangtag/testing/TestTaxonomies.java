package io.hangtag.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.model.ModelPackageReader;
import io.hangtag.model.Taxonomy;
import java.nio.file.Path;

/** The classes of the packages that tests use. */
public final class TestTaxonomies {
    private TestTaxonomies() {}

    /** The 73 classes of the released model. */
    public static Taxonomy clothing() {
        return read(Path.of("models/packages"), "clothing-73");
    }

    /** The few classes that tests can compute by hand. */
    public static Taxonomy primaryColors() {
        return read(TestClassifiers.PACKAGES, "primary-colors");
    }

    private static Taxonomy read(Path packages, String name) {
        return new ModelPackageReader(new ObjectMapper()).read(packages, name).taxonomy();
    }
}
