/**
 * WebP by RFC 9649: the container, alpha planes and the first frame of animations. The two ways of coding pixels have
 * packages of their own, {@code lossy} and {@code lossless}. Sizes are told in several places of a file; all have to agree
 * before a pixel is decoded, so that no more memory is taken than the size that the caller's limits have seen.
 */
package io.hangtag.image.webp;
