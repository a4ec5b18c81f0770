/** Writes PNG (W3C, Portable Network Graphics, third edition) with transparency, for what is laid over a photo. */
package io.hangtag.image.png.encode;
