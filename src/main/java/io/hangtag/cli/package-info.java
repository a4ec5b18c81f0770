/** The command line: {@code up} and {@code tag}, behind the launcher {@code hangtag}. */
package io.hangtag.cli;
