package io.hangtag.bench.scale;

/**
 * A backfill and the function that does it.
 *
 * @param photos to tag
 * @param megabytes of the function's memory, and with it its share of a processor
 * @param maximumConcurrency of the event source
 * @param batchSize photos of an invocation
 * @param inFlight photos of a batch under way at once
 * @param processorMillis what a photo takes of one processor
 * @param waitMillis what it waits for S3 and DynamoDB, one call after the other
 * @param coldStartMillis from nothing to the first photo
 * @param partitions over which the keys of by-change and by-bucket are spread
 */
record Scenario(
        long photos,
        int megabytes,
        int maximumConcurrency,
        int batchSize,
        int inFlight,
        double processorMillis,
        double waitMillis,
        double coldStartMillis,
        int partitions) {
    Scenario withPhotos(long other) {
        return new Scenario(
                other,
                megabytes,
                maximumConcurrency,
                batchSize,
                inFlight,
                processorMillis,
                waitMillis,
                coldStartMillis,
                partitions);
    }

    Scenario withMegabytes(int other) {
        return new Scenario(
                photos,
                other,
                maximumConcurrency,
                batchSize,
                inFlight,
                processorMillis,
                waitMillis,
                coldStartMillis,
                partitions);
    }

    Scenario withMaximumConcurrency(int other) {
        return new Scenario(
                photos,
                megabytes,
                other,
                batchSize,
                inFlight,
                processorMillis,
                waitMillis,
                coldStartMillis,
                partitions);
    }

    Scenario withPartitions(int other) {
        return new Scenario(
                photos,
                megabytes,
                maximumConcurrency,
                batchSize,
                inFlight,
                processorMillis,
                waitMillis,
                coldStartMillis,
                other);
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
        double busy = processorMillis * processorFactor;
        double alone = busy / Math.min(1, processors()) + waitMillis * waitFactor;
        double turns = Math.ceil((double) size / inFlight);
        return Math.max(size * busy / Math.min(processors(), inFlight), turns * alone);
    }
}
