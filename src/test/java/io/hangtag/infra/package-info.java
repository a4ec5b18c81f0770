/**
 * The deployment held against the code: {@code template.yaml} says what {@code HangtagConfig}, {@code CatalogTable} and the
 * local endpoints say, and the sample events of {@code infra/events} end as their names promise.
 */
package io.hangtag.infra;
