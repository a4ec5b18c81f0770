/**
 * Files that people, broken tools and attackers upload, made anew in every run from a seed: nothing of them is committed.
 * One class a format; {@link io.hangtag.hostile.HostileCorpus} has them all and writes them out.
 */
package io.hangtag.hostile;
