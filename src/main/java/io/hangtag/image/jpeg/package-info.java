/**
 * Reads JPEG (ITU-T T.81, T.871), straight to the size needed. {@link io.hangtag.image.jpeg.JpegDecoder} is the door;
 * behind it markers are read ({@code SegmentReader}, {@code FrameHeader}, {@code ScanHeader}), entropy-coded blocks are
 * decoded ({@code ScanWalker} and the {@code …Decoder}s), turned into samples ({@code InverseTransform}) and put together
 * ({@code ComponentStrip}, {@code Upsampler}, {@code ColorConverter}).
 *
 * <p>The pixels equal those of libjpeg-turbo, which Pillow trained the model with, to the bit: same integer cosine
 * transform (Loeffler, Ligtenberg and Moschytz, 13-bit constants), same reduced transforms, same triangle filter for
 * subsampled colour, same fixed-point colour matrix. Where libjpeg warns and goes on with grey, this refuses the file.
 */
package io.hangtag.image.jpeg;
