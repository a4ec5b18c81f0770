/**
 * PNG by the third edition of the specification (W3C, 2025; ISO/IEC 15948), every colour type, depth and interlace
 * method. Rows are inflated one at a time, straight into the row that is being unfiltered, so a compressed bomb costs no
 * more than the pixels its header declares. Of an animation the default image is read. Gamma, colour profiles and text are
 * ignored, as they are when the training photos are read.
 */
package io.hangtag.image.png;
