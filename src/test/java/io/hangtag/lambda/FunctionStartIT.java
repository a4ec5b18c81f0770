package io.hangtag.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.testing.FunctionEnvironment;
import io.hangtag.testing.FunctionZip;
import io.hangtag.testing.LambdaEmulator;
import io.hangtag.testing.LocalAwsExtension;
import io.hangtag.testing.ModelLayerFolder;
import io.hangtag.testing.SampleEvents;
import io.hangtag.testing.TestClassifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a person finds in the log of a deployed function that lacks something: one line of ours, and no traces. */
class FunctionStartIT {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    @TempDir
    static Path folder;

    private static Path task;

    private FunctionEnvironment environment;

    @BeforeAll
    static void unzip() throws IOException {
        task = FunctionZip.tagger().unzip(folder.resolve("task"));
    }

    @BeforeEach
    void aWholeEnvironment() {
        environment = new FunctionEnvironment(AWS.endpoints(), ModelLayerFolder.ofThisMachine());
    }

    @Test
    void withoutTheLayer() throws Exception {
        // given a function as it is deployed, and nothing in /opt
        environment
                .with("HANGTAG_MODEL_DIRECTORY", "/opt/hangtag-none/models")
                .with("HANGTAG_MODEL_LIBRARY_DIRECTORY", "/opt/hangtag-none/lib");

        assertThat(failedStart())
                .contains("MODEL_REFUSED", "'clothing-73'", "/opt/hangtag-none/models", "hangtag.model.directory")
                .contains("is the model layer attached");
    }

    @Test
    void withAModelThatBreaksItsContract() throws Exception {
        // given a graph that is not the one that was released
        Path packages = Files.createDirectories(folder.resolve("packages"));
        Path broken = Files.createDirectories(packages.resolve("primary-colors"));
        Files.copy(TestClassifiers.PACKAGES.resolve("primary-colors/model.json"), broken.resolve("model.json"));
        Files.writeString(broken.resolve("model.onnx"), "not the graph");
        environment.with("HANGTAG_MODEL_DIRECTORY", packages).with("HANGTAG_MODEL_NAME", "primary-colors");

        assertThat(failedStart()).contains("MODEL_REFUSED", "sha256", "release it again or choose another");
    }

    @Test
    void withTheLayerOfAnotherArchitecture() throws Exception {
        Path other = ModelLayerFolder.of(ModelLayerFolder.architecture().equals("arm64") ? "x86_64" : "arm64");
        environment.with("HANGTAG_MODEL_LIBRARY_DIRECTORY", other.resolve("lib"));

        assertThat(failedStart()).contains("MODEL_REFUSED", "hangtag.model.library-directory", "for its architecture");
    }

    @Test
    void withATableThatDoesNotExist() throws Exception {
        environment.with("HANGTAG_CATALOG_TABLE", "mistyped");

        assertThat(failedStart()).contains("The catalog table does not exist", "hangtag.catalog.table is 'mistyped'");
    }

    /** Starts the function, sees it fail, and gives back its only line. */
    private String failedStart() throws Exception {
        try (LambdaEmulator lambda = LambdaEmulator.start(task, environment.variables())) {
            lambda.invoke(SampleEvents.read("test-event"));
            assertThat(lambda.log())
                    .contains("Runtime.ExitError")
                    .doesNotContain("Exception")
                    .doesNotContain("\tat ");
            List<String> lines = lambda.log()
                    .lines()
                    .filter(line -> !line.contains("(rapid)") && !line.contains("RequestId"))
                    // What a JVM from 24 on says of Lambda's own runtime client, which loads a library (JEP 472).
                    .filter(line -> !line.startsWith("WARNING: ") && !line.isBlank())
                    .toList();
            assertThat(lines).hasSize(1);
            return lines.get(0);
        }
    }
}
