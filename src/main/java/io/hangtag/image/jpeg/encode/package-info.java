/**
 * Writes baseline JPEG (ITU-T T.81, T.871), for thumbnails. {@link io.hangtag.image.jpeg.encode.JpegEncoder} is the door;
 * behind it the picture is split into planes ({@code ColorPlanes}), each block is transformed ({@code ForwardTransform}),
 * quantized ({@code Quantizer}) and coded ({@code BlockCoder}) with the tables of the standard's Annex K.
 */
package io.hangtag.image.jpeg.encode;
