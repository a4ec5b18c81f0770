package io.hangtag.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.image.LetterboxSpec;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model package that has been read and found to keep its contract.
 *
 * @param version which release it is
 * @param file its {@code model.onnx}
 * @param sha256 of {@code model.onnx}, lower-case hex
 * @param licence SPDX identifier; empty where the package states none
 * @param inputName name of the uint8 tensor [N, size, size, 3]
 * @param letterbox how a photo becomes that tensor
 * @param logitsName name of the float output [N, classes]
 * @param clothingName name of the float output [N, 1], empty where the model has none
 * @param head the last layer's weights, empty where the package brings none
 * @param taxonomy its classes and thresholds
 * @param temperature divides the logits before the softmax, above 0
 * @param metrics figures on the test split, as the package states them; an empty object where it states none
 */
public record ModelPackage(
        ModelVersion version,
        Path file,
        String sha256,
        Optional<String> licence,
        String inputName,
        LetterboxSpec letterbox,
        String logitsName,
        Optional<String> clothingName,
        Optional<ClassHead> head,
        Taxonomy taxonomy,
        double temperature,
        JsonNode metrics) {}
