/**
 * What {@code ./hangtag bench NAME} runs: one class a benchmark, called {@code …Bench}, whose command line names it. Compiled with
 * the tests, whose local endpoints and function emulator it uses; nothing that is deployed has it. A benchmark prints the machine,
 * then tables in Markdown, with the ratio to whatever it was measured against in the same run.
 */
package io.hangtag.bench;
