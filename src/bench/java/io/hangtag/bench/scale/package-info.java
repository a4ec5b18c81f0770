/**
 * {@code ./hangtag bench scale}: a backfill of millions of photos on AWS, simulated from service times that were measured here and
 * limits that AWS states. Reaches no network.
 */
package io.hangtag.bench.scale;
