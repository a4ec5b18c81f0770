/**
 * The REST doors of the catalog. Resources ({@code rest}) only translate between HTTP and the services ({@code service});
 * what goes over the wire is a record ({@code view}); every refusal is a problem document ({@code problem}).
 */
package io.hangtag.api;
