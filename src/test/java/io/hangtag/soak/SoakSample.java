package io.hangtag.soak;

import io.hangtag.model.NativeValues;
import io.hangtag.testing.ProcessStatus;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the process holds after so many invocations.
 *
 * @param invocations so far
 * @param residentKilobytes memory, heap and native together
 * @param heapKilobytes what is in use on the heap after a collection
 * @param threads native threads
 * @param descriptors open files
 * @param takenValues values of ONNX Runtime so far
 * @param openValues those not closed
 */
record SoakSample(
        long invocations,
        long residentKilobytes,
        long heapKilobytes,
        long threads,
        long descriptors,
        long takenValues,
        long openValues) {
    private static final String SEPARATOR = "\t";

    static SoakSample take(long invocations, NativeValues values) throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long heap = (runtime.totalMemory() - runtime.freeMemory()) / 1024;
        ProcessStatus status = ProcessStatus.now();
        return new SoakSample(
                invocations,
                status.residentKilobytes(),
                heap,
                status.threads(),
                status.descriptors(),
                values.taken(),
                values.open());
    }

    static SoakSample of(String line) {
        long[] fields =
                Arrays.stream(line.split(SEPARATOR)).mapToLong(Long::parseLong).toArray();
        return new SoakSample(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6]);
    }

    String line() {
        return Stream.of(invocations, residentKilobytes, heapKilobytes, threads, descriptors, takenValues, openValues)
                .map(String::valueOf)
                .collect(Collectors.joining(SEPARATOR));
    }
}
