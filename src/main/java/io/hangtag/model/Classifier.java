package io.hangtag.model;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.RgbImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A loaded model. Safe from several threads, which share the session's own threads; every native value is closed before a
 * call returns. Close it to free the session.
 */
public final class Classifier implements AutoCloseable {
    private final ModelPackage modelPackage;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Calibration calibration;
    private final Set<String> outputs;
    private final NativeValues nativeValues = new NativeValues();

    Classifier(ModelPackage modelPackage, OrtEnvironment environment, OrtSession session) {
        this.modelPackage = modelPackage;
        this.environment = environment;
        this.session = session;
        this.calibration = new Calibration(modelPackage.temperature());
        this.outputs = modelPackage
                .clothingName()
                .map(clothing -> Set.of(modelPackage.logitsName(), clothing))
                .orElseGet(() -> Set.of(modelPackage.logitsName()));
    }

    /** What is served. */
    public ModelPackage modelPackage() {
        return modelPackage;
    }

    /** What this classifier has had of ONNX Runtime's values, and has of them now. */
    public NativeValues nativeValues() {
        return nativeValues;
    }

    /**
     * Runs the model on one letterboxed photo.
     *
     * @throws HangtagException with {@code MODEL_REFUSED} if the run fails or an output is not a finite number
     */
    public Prediction classify(RgbImage letterboxed) {
        return run(letterboxed, outputs, result -> {
            float[] logits = row(result, modelPackage.logitsName());
            OptionalDouble clothing = modelPackage.clothingName().isPresent()
                    ? OptionalDouble.of(Calibration.sigmoid(
                            row(result, modelPackage.clothingName().get())[0]))
                    : OptionalDouble.empty();
            return new Prediction(calibration.probabilities(logits), clothing);
        });
    }

    /**
     * Runs the model on one letterboxed photo for where it sees a class.
     *
     * @param classId of the package's classes
     * @throws HangtagException as {@link #classify} does
     * @throws IllegalArgumentException if the package has no such class, or no head
     */
    public ClassActivationMap activation(RgbImage letterboxed, String classId) {
        ClassHead head = modelPackage
                .head()
                .orElseThrow(() -> new IllegalArgumentException(modelPackage.version() + " has no head"));
        int classIndex = modelPackage
                .taxonomy()
                .indexOf(classId)
                .orElseThrow(() -> new IllegalArgumentException("No class is called '" + classId + "'"));
        return run(letterboxed, Set.of(head.activationName()), result -> {
            float[] activation = row(result, head.activationName());
            long[] shape = ((OnnxTensor) result.get(head.activationName()).orElseThrow())
                    .getInfo()
                    .getShape();
            return ClassActivationMap.of(activation, (int) shape[3], (int) shape[2], head, classIndex);
        });
    }

    /** What is made of a run's outputs, while they are there. */
    private interface Reading<T> {
        T of(OrtSession.Result result) throws OrtException;
    }

    private <T> T run(RgbImage letterboxed, Set<String> wanted, Reading<T> reading) {
        int size = modelPackage.letterbox().size();
        if (letterboxed.width() != size || letterboxed.height() != size) {
            throw new IllegalArgumentException("The model takes %d x %d pixels, not %d x %d"
                    .formatted(size, size, letterboxed.width(), letterboxed.height()));
        }
        // Direct, so that ONNX Runtime reads it in place instead of copying it once more.
        ByteBuffer pixels =
                ByteBuffer.allocateDirect(letterboxed.samples().length).order(ByteOrder.nativeOrder());
        pixels.put(letterboxed.samples()).flip();
        try (HeldValues<OnnxTensor> image = nativeValues.hold(OnnxTensor.createTensor(
                        environment, pixels, new long[] {1, size, size, 3}, OnnxJavaType.UINT8));
                HeldValues<OrtSession.Result> result =
                        nativeValues.hold(session.run(Map.of(modelPackage.inputName(), image.owner()), wanted))) {
            return reading.of(result.owner());
        } catch (OrtException e) {
            throw new HangtagException(
                    ErrorCode.MODEL_REFUSED,
                    "The model %s failed: %s".formatted(modelPackage.version(), e.getMessage()),
                    e);
        }
    }

    private float[] row(OrtSession.Result result, String output) throws OrtException {
        OnnxTensor tensor = (OnnxTensor) result.get(output).orElseThrow();
        float[] row = tensor.getFloatBuffer().array();
        for (float value : row) {
            if (!Float.isFinite(value)) {
                throw new HangtagException(
                        ErrorCode.MODEL_REFUSED,
                        "The model %s gave %s in output '%s'".formatted(modelPackage.version(), value, output));
            }
        }
        return row;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new HangtagException(ErrorCode.MODEL_REFUSED, "The model session does not close", e);
        }
    }
}
