package io.hangtag.order;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.model.Classifier;
import io.hangtag.model.ClassifierLoader;
import io.hangtag.model.GarmentClass;
import io.hangtag.model.ModelPackage;
import io.hangtag.model.ModelPackageReader;
import io.hangtag.model.ModelVersion;
import io.hangtag.model.NativeLibraries;
import io.hangtag.model.Taxonomy;
import io.hangtag.tagging.Classification;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.testing.TestClassifiers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Three releases: the test package, a later one that answers every photo with another class, and a model of another name that
 * answers with yet another. All are the real classifier on the same graph; only which class an output stands for differs.
 */
final class Models implements AutoCloseable {
    private final List<Classifier> loaded = new ArrayList<>();
    private final List<PhotoClassifier> releases = new ArrayList<>();
    private final Map<List<Object>, Classification> answers = new HashMap<>();

    Models() {
        ModelPackage first =
                new ModelPackageReader(new ObjectMapper()).read(TestClassifiers.PACKAGES, "primary-colors");
        add(first);
        add(release(first, new ModelVersion("primary-colors", "1.10.0"), 1));
        add(release(first, new ModelVersion("other-colors", "0.1.0"), 2));
    }

    private void add(ModelPackage release) {
        Classifier classifier = new ClassifierLoader(new NativeLibraries(Optional.empty()), 1).load(release);
        loaded.add(classifier);
        releases.add(TestClassifiers.photoClassifier(classifier));
    }

    private static ModelPackage release(ModelPackage first, ModelVersion version, int distance) {
        Taxonomy taxonomy = first.taxonomy();
        List<GarmentClass> classes = new ArrayList<>(taxonomy.classes());
        Collections.rotate(classes, distance);
        return new ModelPackage(
                version,
                first.file(),
                first.sha256(),
                first.licence(),
                first.inputName(),
                first.letterbox(),
                first.logitsName(),
                first.clothingName(),
                first.head(),
                new Taxonomy(
                        classes,
                        taxonomy.garmentThresholds(),
                        taxonomy.groupThresholds(),
                        taxonomy.clothingThreshold()),
                first.temperature(),
                first.metrics());
    }

    int count() {
        return releases.size();
    }

    PhotoClassifier release(int number) {
        return releases.get(number);
    }

    /** What that release answers for those bytes; asked once, since it always is the same. */
    Classification answer(ModelVersion version, byte[] bytes) {
        return answers.computeIfAbsent(
                List.of(version, ByteBuffer.wrap(bytes)),
                none -> release(version).classify(bytes));
    }

    PhotoClassifier release(ModelVersion version) {
        return releases.stream()
                .filter(release -> release.model().equals(version))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        loaded.forEach(Classifier::close);
    }
}
