/** The command line: {@code up}, {@code tag}, {@code backfill} and {@code retag}, behind the launcher {@code hangtag}. */
package io.hangtag.cli;
