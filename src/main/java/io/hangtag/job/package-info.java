/**
 * Work over many photos: backfill and re-tag. A job is stored and advances in bounded steps, each committed by one conditional
 * write, so that it can be cut off and repeated anywhere. Every door (command line, REST, queue) runs the same steps. Knows
 * nothing of AWS.
 */
package io.hangtag.job;
