package io.hangtag.model;

import ai.onnxruntime.OnnxValue;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Values of ONNX Runtime that are in use.
 *
 * @param owner what they were got with: a value itself, or the result that has them
 * @param values all that closing the owner has to close
 * @param closing closes the owner
 * @param closed counts those that ONNX Runtime says are closed, whoever was asked to close them
 */
record HeldValues<T>(T owner, List<OnnxValue> values, Runnable closing, LongAdder closed) implements AutoCloseable {
    @Override
    public void close() {
        closing.run();
        closed.add(values.stream().filter(OnnxValue::isClosed).count());
    }
}
