/**
 * Lossy WebP: one key frame of VP8 by RFC 6386, without the parts that only moving pictures need. The whole frame is
 * reconstructed first and then loop-filtered, in planes of one byte a sample. Reconstruction is exact to the bit; the way
 * from YUV to RGB, which the RFC leaves open, is the one of libwebp, since the model was trained on its pixels.
 */
package io.hangtag.image.webp.lossy;
