package io.hangtag.bench.scale;

/**
 * A backfill and the function that does it.
 *
 * @param photos to tag
 * @param megabytes of the function's memory, and with it its share of a processor
 * @param maximumConcurrency of the event source
 * @param function what an invocation takes
 * @param partitions over which the keys of by-change and by-bucket are spread
 */
record Scenario(long photos, int megabytes, int maximumConcurrency, FunctionProfile function, int partitions) {
    Scenario withPhotos(long other) {
        return new Scenario(other, megabytes, maximumConcurrency, function, partitions);
    }

    Scenario withMegabytes(int other) {
        return new Scenario(photos, other, maximumConcurrency, function, partitions);
    }

    Scenario withMaximumConcurrency(int other) {
        return new Scenario(photos, megabytes, other, function, partitions);
    }

    Scenario withPartitions(int other) {
        return new Scenario(photos, megabytes, maximumConcurrency, function, other);
    }

    /** Processors of one environment. */
    double processors() {
        return megabytes / Lambda.MEGABYTES_PER_PROCESSOR;
    }

    /**
     * How long a batch takes when its photos take that much longer or shorter than the mean: either the processor is never idle, or
     * the photos in flight wait.
     *
     * @param size photos in the batch
     * @param processorFactor of the processor's time
     * @param waitFactor of the waiting
     */
    double batchMillis(int size, double processorFactor, double waitFactor) {
        double busy = function.processorMillis() * processorFactor;
        double alone = busy / Math.min(1, processors()) + function.waitMillis() * waitFactor;
        double turns = Math.ceil((double) size / function.inFlight());
        return Math.max(size * busy / Math.min(processors(), function.inFlight()), turns * alone);
    }
}
