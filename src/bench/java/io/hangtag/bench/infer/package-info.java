/** {@code ./hangtag bench infer}: what the settings of ONNX Runtime, the form of the model and the batch do to inference. */
package io.hangtag.bench.infer;
