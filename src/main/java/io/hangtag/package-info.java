/**
 * Hangtag reads clothing photos from an object store, classifies them and writes tags. Each package has one role; read
 * {@code docs/architecture.md} for a photo's way through them.
 */
package io.hangtag;
