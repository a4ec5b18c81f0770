package io.hangtag.bench.infer;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.sun.management.OperatingSystemMXBean;
import io.hangtag.bench.Durations;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** What running one setup took, gathered over the rounds. Not safe from several threads. */
final class Runs {
    private static final int WARM_UP = 5;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Durations load = new Durations();
    private final Durations first = new Durations();
    private final Durations photo = new Durations();
    private final Durations processor = new Durations();

    private final OrtEnvironment environment;
    private final SessionSetup setup;
    private final int size;
    private final int batch;
    private final ByteBuffer pixels;

    /**
     * @param size side of the model's input in pixels
     * @param batch photos of one run
     */
    Runs(OrtEnvironment environment, SessionSetup setup, int size, int batch) {
        this.environment = environment;
        this.setup = setup;
        this.size = size;
        this.batch = batch;
        byte[] drawn = new byte[batch * size * size * 3];
        new Random(1).nextBytes(drawn);
        this.pixels = ByteBuffer.allocateDirect(drawn.length).order(ByteOrder.nativeOrder());
        pixels.put(drawn).flip();
    }

    SessionSetup setup() {
        return setup;
    }

    /** Opens a session, and runs it so often. */
    void round(int runs) throws OrtException {
        long start = System.nanoTime();
        try (OrtSession session = setup.open(environment)) {
            load.addSince(start);
            long loaded = System.nanoTime();
            run(session);
            first.addSince(loaded);
            for (int i = 0; i < WARM_UP; i++) {
                run(session);
            }
            long processorStart = SYSTEM.getProcessCpuTime();
            for (int i = 0; i < runs; i++) {
                long begun = System.nanoTime();
                run(session);
                photo.add((System.nanoTime() - begun) / 1e6 / batch);
            }
            processor.add((SYSTEM.getProcessCpuTime() - processorStart) / 1e6 / runs / batch);
        }
    }

    void run(OrtSession session) throws OrtException {
        try (OnnxTensor image = OnnxTensor.createTensor(
                        environment, pixels, new long[] {batch, size, size, 3}, OnnxJavaType.UINT8);
                OrtSession.Result result = session.run(Map.of("image", image), Set.of("logits"))) {
            result.get("logits").orElseThrow();
        }
    }

    /** Opening a session, in milliseconds. */
    double load() {
        return load.median();
    }

    /** Its first run, in milliseconds. */
    double first() {
        return first.median();
    }

    /** Milliseconds a photo. */
    double photo() {
        return photo.median();
    }

    /** Milliseconds of all processors a photo. */
    double processor() {
        return processor.median();
    }
}
