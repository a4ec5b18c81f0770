/**
 * Reading the catalog: which photos are asked for, in which order, and how many there are of each kind. Filters are answered
 * from a compact index in memory ({@link io.hangtag.catalog.CatalogIndex}), which follows the table by its changes; only the
 * items of the page that is shown are read. Knows nothing of AWS: {@link io.hangtag.catalog.CatalogSource} is the port.
 */
package io.hangtag.catalog;
