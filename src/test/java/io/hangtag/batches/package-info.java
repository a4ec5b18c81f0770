/** The suite {@code batches}: SQS batches of photos and poison through the event function. */
package io.hangtag.batches;
