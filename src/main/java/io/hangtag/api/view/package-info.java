/** What goes over the wire, as records. Field names are those of the catalog items and of {@code hangtag tag --json}. */
package io.hangtag.api.view;
