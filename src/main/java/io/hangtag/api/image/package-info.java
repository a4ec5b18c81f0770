/** Photos as pictures to look at: the original, and thumbnails made by the decoders that also feed the model. */
package io.hangtag.api.image;
