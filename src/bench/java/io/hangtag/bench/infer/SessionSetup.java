package io.hangtag.bench.infer;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.file.Path;

/**
 * One way to open a model.
 *
 * @param title what is unlike the service's way
 * @param model the file
 * @param threads of one inference
 * @param spinning whether threads that wait burn their processor
 * @param arena whether memory is kept for the next run
 * @param level how far the graph is rewritten when it is loaded
 */
record SessionSetup(String title, Path model, int threads, boolean spinning, boolean arena, OptLevel level) {
    /** As {@code ClassifierLoader} opens it, on that many threads. */
    static SessionSetup ofService(Path model, int threads) {
        return new SessionSetup("as the service opens it", model, threads, false, false, OptLevel.ALL_OPT);
    }

    SessionSetup withModel(String difference, Path other, OptLevel otherLevel) {
        return new SessionSetup(difference, other, threads, spinning, arena, otherLevel);
    }

    SessionSetup withThreads(int other) {
        return new SessionSetup(other + " threads", model, other, spinning, arena, level);
    }

    SessionSetup withSpinning(int otherThreads) {
        return new SessionSetup(otherThreads + " threads, spinning", model, otherThreads, true, arena, level);
    }

    SessionSetup withArena() {
        return new SessionSetup("memory arena", model, threads, spinning, true, level);
    }

    SessionSetup withLevel(String difference, OptLevel other) {
        return new SessionSetup(difference, model, threads, spinning, arena, other);
    }

    OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(level);
        options.addConfigEntry("session.intra_op.allow_spinning", spinning ? "1" : "0");
        options.setCPUArenaAllocator(arena);
        return options;
    }

    OrtSession open(OrtEnvironment environment) throws OrtException {
        try (OrtSession.SessionOptions options = options()) {
            return environment.createSession(model.toString(), options);
        }
    }
}
