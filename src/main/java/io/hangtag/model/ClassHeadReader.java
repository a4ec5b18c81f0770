package io.hangtag.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/** Reads the file of weights that a package may bring beside its graph. */
final class ClassHeadReader {
    private final PackageCheck check;
    private final Path folder;

    ClassHeadReader(PackageCheck check, Path folder) {
        this.check = check;
        this.folder = folder;
    }

    /** The head of a model of that many classes. */
    ClassHead read(ModelDescription.Head head, String activationName, int classes) {
        String name = check.present(head.file(), "head.file");
        check.that(name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"), "head.file", "must be a file of the package's folder");
        check.present(activationName, "outputs.activation");
        byte[] bytes = check.verified(folder.resolve(name), head.sha256(), "head.sha256");
        int row = classes * Float.BYTES;
        check.that(
                bytes.length > 0 && bytes.length % row == 0,
                name,
                "has %d bytes, which are not %d rows of float32".formatted(bytes.length, classes));
        float[] weights = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(weights);
        for (float weight : weights) {
            // Worded only where it is refused: a head has some 100,000 weights.
            if (!Float.isFinite(weight)) {
                throw check.refusal(name, "holds " + weight);
            }
        }
        return new ClassHead(activationName, bytes.length / row, weights);
    }
}
