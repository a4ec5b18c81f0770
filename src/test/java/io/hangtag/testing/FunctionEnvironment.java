package io.hangtag.testing;

import io.hangtag.local.LocalEndpoints;
import io.hangtag.local.LocalNames;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Environment variables of a function on the local endpoints, to start from. */
public final class FunctionEnvironment {
    private final Map<String, String> variables = new HashMap<>();

    /** A function as it is deployed: the released model and ONNX Runtime's libraries come from the layer. */
    public FunctionEnvironment(LocalEndpoints endpoints, Path layer) {
        with("HANGTAG_AWS_S3_ENDPOINT", endpoints.s3());
        with("HANGTAG_AWS_DYNAMODB_ENDPOINT", endpoints.dynamodb());
        with("HANGTAG_AWS_REGION", LocalEndpoints.REGION);
        with("AWS_REGION", LocalEndpoints.REGION);
        with("HANGTAG_PHOTOS_BUCKET", LocalNames.DEFAULT.bucket());
        with("HANGTAG_CATALOG_TABLE", LocalNames.DEFAULT.table());
        with("HANGTAG_MODEL_DIRECTORY", layer.resolve("models"));
        with("HANGTAG_MODEL_LIBRARY_DIRECTORY", layer.resolve("lib"));
    }

    /** Serves the package that tests can compute by hand. */
    public FunctionEnvironment withPrimaryColors() {
        return with("HANGTAG_MODEL_DIRECTORY", TestClassifiers.PACKAGES.toAbsolutePath())
                .with("HANGTAG_MODEL_NAME", "primary-colors");
    }

    /** Sets a variable. */
    public FunctionEnvironment with(String name, Object value) {
        variables.put(name, value.toString());
        return this;
    }

    /** All of them. */
    public Map<String, String> variables() {
        return Map.copyOf(variables);
    }
}
