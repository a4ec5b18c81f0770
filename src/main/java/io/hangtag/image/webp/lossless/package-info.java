/**
 * Lossless WebP by RFC 9649, section 3: prefix codes, backward references and a colour cache, then up to four transforms
 * undone in reverse. Pixels are {@code 0xAARRGGBB} in one array, undone in place where the size stays. Also serves alpha
 * planes, which are lossless pictures without a header.
 */
package io.hangtag.image.webp.lossless;
