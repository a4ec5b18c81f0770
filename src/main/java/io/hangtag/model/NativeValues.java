package io.hangtag.model;

import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the values of ONNX Runtime that a classifier takes and gives back. They lie outside of the Java heap, where no
 * collector finds a forgotten one. Safe from several threads.
 */
public final class NativeValues {
    private final LongAdder taken = new LongAdder();
    private final LongAdder closed = new LongAdder();

    /** How many there have been: of one classification, its input and each of its outputs. */
    public long taken() {
        return taken.sum();
    }

    /** How many are not closed; 0 between two classifications. */
    public long open() {
        return taken.sum() - closed.sum();
    }

    <T extends OnnxValue> HeldValues<T> hold(T value) {
        return hold(value, List.of(value), value::close);
    }

    /** Holds all values of a result, which closes them together. */
    HeldValues<OrtSession.Result> hold(OrtSession.Result result) {
        List<OnnxValue> values = new ArrayList<>();
        for (Map.Entry<String, OnnxValue> value : result) {
            values.add(value.getValue());
        }
        return hold(result, values, result::close);
    }

    private <T> HeldValues<T> hold(T owner, List<OnnxValue> values, Runnable closing) {
        taken.add(values.size());
        return new HeldValues<>(owner, values, closing, closed);
    }
}
