/** How much the service answers at once, and what that takes: suite {@code load}, figures in {@code docs/benchmarks.md}. */
package io.hangtag.load;
