package io.hangtag.bench.infer;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;

/** Writes a model as ONNX Runtime has rewritten it for this machine, so that loading it need not rewrite it again. */
final class Optimized {
    private final OrtEnvironment environment;
    private final SessionSetup setup;

    Optimized(OrtEnvironment environment, SessionSetup setup) {
        this.environment = environment;
        this.setup = setup;
    }

    /** In ONNX. */
    Path onnx(Path folder) throws OrtException {
        return write(folder.resolve("optimized.onnx"), "ONNX");
    }

    /** In ONNX Runtime's own format, a FlatBuffer. */
    Path ort(Path folder) throws OrtException {
        return write(folder.resolve("optimized.ort"), "ORT");
    }

    private Path write(Path file, String format) throws OrtException {
        try (OrtSession.SessionOptions options = setup.options()) {
            options.setOptimizedModelFilePath(file.toString());
            options.addConfigEntry("session.save_model_format", format);
            environment.createSession(setup.model().toString(), options).close();
        }
        return file;
    }
}
