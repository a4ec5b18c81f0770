/** Coverage-guided fuzzing, by Jazzer, of the way from a photo's bytes to the model's input. */
package io.hangtag.fuzz;
