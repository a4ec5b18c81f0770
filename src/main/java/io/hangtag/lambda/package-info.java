/**
 * How a function starts in Lambda, whichever door it has: what is missing is said in one line before the first event, and a
 * snapshot is taken warm. Only in deployables that are built with the profile {@code function}.
 */
package io.hangtag.lambda;
