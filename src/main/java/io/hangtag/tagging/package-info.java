/**
 * The use case, and what it needs of the world as ports: a photo is fetched, classified, and its tags are written to the
 * object and to the catalog exactly once. Every door calls in here; the ports are kept by {@code io.hangtag.aws}.
 */
package io.hangtag.tagging;
