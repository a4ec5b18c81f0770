package io.hangtag.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.hangtag.error.HangtagException;
import java.util.Arrays;
import java.util.Map;

/** Opens a package's graph in ONNX Runtime and refuses one that does not keep what {@code model.json} says. Stateless. */
public final class ClassifierLoader {
    private static final long DYNAMIC = -1;

    private final NativeLibraries libraries;
    private final int threads;

    /**
     * A loader of sessions.
     *
     * @param libraries loaded with the first session
     * @param threads of one inference, at least 1
     */
    public ClassifierLoader(NativeLibraries libraries, int threads) {
        this.libraries = libraries;
        this.threads = threads;
    }

    /**
     * Loads a package.
     *
     * @throws io.hangtag.error.HangtagException with {@code MODEL_REFUSED}
     */
    public Classifier load(ModelPackage modelPackage) {
        PackageCheck check = new PackageCheck(modelPackage.file().getParent());
        OrtEnvironment environment = libraries.load();
        try (OrtSession.SessionOptions options = options()) {
            OrtSession session = environment.createSession(modelPackage.file().toString(), options);
            try {
                check(check, modelPackage, session);
            } catch (HangtagException refusal) {
                session.close();
                throw refusal;
            }
            return new Classifier(modelPackage, environment, session);
        } catch (OrtException e) {
            throw check.refusal("model.onnx", "cannot be loaded: " + e.getMessage());
        }
    }

    private OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        // A function is billed for its processors between photos too: waiting threads must not spin.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        // One photo at a time needs a few megabytes; an arena would keep the largest batch's memory for ever.
        options.setCPUArenaAllocator(false);
        return options;
    }

    private static void check(PackageCheck check, ModelPackage modelPackage, OrtSession session) throws OrtException {
        long size = modelPackage.letterbox().size();
        long classes = modelPackage.taxonomy().classes().size();
        shape(check, session.getInputInfo(), modelPackage.inputName(), OnnxJavaType.UINT8, size, size, 3);
        shape(check, session.getOutputInfo(), modelPackage.logitsName(), OnnxJavaType.FLOAT, classes);
        if (modelPackage.clothingName().isPresent()) {
            shape(check, session.getOutputInfo(), modelPackage.clothingName().get(), OnnxJavaType.FLOAT, 1);
        }
        if (modelPackage.head().isPresent()) {
            head(check, session.getOutputInfo(), modelPackage.head().get());
        }
    }

    private static void head(PackageCheck check, Map<String, NodeInfo> outputs, ClassHead head) {
        long[] map = tensor(check, outputs, head.activationName()).getShape();
        check.that(
                map.length == 4 && map[1] == head.channels(),
                "head",
                "has weights on %d channels, but '%s' is %s"
                        .formatted(head.channels(), head.activationName(), Arrays.toString(map)));
        shape(check, outputs, head.activationName(), OnnxJavaType.FLOAT, head.channels(), map[2], map[3]);
    }

    private static TensorInfo tensor(PackageCheck check, Map<String, NodeInfo> nodes, String name) {
        NodeInfo node = nodes.get(name);
        check.that(node != null, "model.onnx", "has no tensor '%s', only %s".formatted(name, nodes.keySet()));
        return (TensorInfo) node.getInfo();
    }

    private static void shape(
            PackageCheck check, Map<String, NodeInfo> nodes, String name, OnnxJavaType type, long... sides) {
        TensorInfo info = tensor(check, nodes, name);
        long[] expected = new long[sides.length + 1];
        expected[0] = DYNAMIC;
        System.arraycopy(sides, 0, expected, 1, sides.length);
        check.that(
                info.type == type && Arrays.equals(info.getShape(), expected),
                "model.onnx",
                "'%s' is %s %s, model.json asks for %s %s"
                        .formatted(name, info.type, Arrays.toString(info.getShape()), type, Arrays.toString(expected)));
    }
}
