/**
 * Whole functions: the zip that is deployed, under the Lambda runtime interface emulator, on real S3 and DynamoDB protocol
 * endpoints, beside a Python handler that does the same and the floor that neither can get under. Needs what {@code ./hangtag
 * bench} builds and installs.
 */
package io.hangtag.bench.function;
