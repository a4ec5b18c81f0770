package io.hangtag.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A zip as it is deployed, with the model layer beside it, under the Lambda runtime interface and on local endpoints of its
 * own, for all tests of a class:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final DeployedFunction FUNCTION =
 *         new DeployedFunction(FunctionZip::tagger, FunctionEnvironment::withPrimaryColors);
 * ...
 * FUNCTION.lambda().invoke(...);
 * }</pre>
 *
 * Where zip, layer or emulator is missing the class is skipped, and says what would bring it.
 */
public final class DeployedFunction implements BeforeAllCallback, AfterAllCallback {
    private final Supplier<FunctionZip> zip;
    private final UnaryOperator<FunctionEnvironment> environment;
    private LocalAwsExtension aws;
    private TemporaryFolder folder;
    private Path layer;
    private TestBucket bucket;
    private LambdaEmulator lambda;

    /**
     * A function that is started before the first test.
     *
     * @param zip which one
     * @param environment what it is given beside the endpoints and the layer
     */
    public DeployedFunction(Supplier<FunctionZip> zip, UnaryOperator<FunctionEnvironment> environment) {
        this.zip = zip;
        this.environment = environment;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        FunctionZip deployed = zip.get();
        layer = ModelLayerFolder.ofThisMachine();
        folder = TemporaryFolder.create("hangtag-function");
        aws = new LocalAwsExtension();
        aws.start();
        bucket = new TestBucket(aws.aws());
        lambda = LambdaEmulator.start(
                deployed.unzip(task()),
                environment
                        .apply(new FunctionEnvironment(aws.endpoints(), layer))
                        .variables());
    }

    /** The running function. */
    public LambdaEmulator lambda() {
        return lambda;
    }

    /** The bucket whose photos it handles. */
    public TestBucket bucket() {
        return bucket;
    }

    /** The model layer, Lambda's {@code /opt}. */
    public Path layer() {
        return layer;
    }

    /** What was in the zip, Lambda's {@code /var/task}. */
    public Path task() {
        return folder.path().resolve("task");
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (lambda != null) {
            lambda.close();
        }
        if (aws != null) {
            aws.stop();
        }
        if (folder != null) {
            folder.close();
        }
    }
}
