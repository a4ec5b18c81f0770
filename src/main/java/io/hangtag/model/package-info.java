/**
 * The model package and what is made of it: taxonomy, classifier session, prediction, decision. Knows nothing of AWS. The
 * contract is {@code docs/model-package.md}.
 */
package io.hangtag.model;
