/** {@code ./hangtag bench backfill}: how many photos a second a backfill does, by how many are under way. */
package io.hangtag.bench.backfill;
