package io.hangtag.bench.scale;

/**
 * What the function does with a batch, whatever its memory and however many of it there are.
 *
 * @param batchSize photos of an invocation
 * @param inFlight photos of a batch under way at once
 * @param processorMillis what a photo takes of one processor
 * @param waitMillis what it waits for S3 and DynamoDB, one call after the other
 * @param coldStartMillis from nothing to the first photo
 */
record FunctionProfile(
        int batchSize, int inFlight, double processorMillis, double waitMillis, double coldStartMillis) {}
