/**
 * Photo bytes to model input: format sniffing, limits, scaled decoding, orientation, letterbox. Everything here is plain
 * Java on byte arrays: no AWT, no shared library, nothing of AWS or ONNX. Decoders live in one package a format.
 */
package io.hangtag.image;
