/**
 * The little of Exif that tagging needs. JPEG, PNG and WebP wrap the same TIFF block in their own way; each decoder
 * unwraps it and reads it here.
 */
package io.hangtag.image.exif;
