/**
 * Refusals as RFC 9457 problem documents. What is wrong with a photo has a code of {@link io.hangtag.error.ErrorCode};
 * what is wrong with a request has one of {@link io.hangtag.api.problem.RequestProblem}. There are no others.
 */
package io.hangtag.api.problem;
