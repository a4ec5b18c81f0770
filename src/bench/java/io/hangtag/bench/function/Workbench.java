package io.hangtag.bench.function;

import io.hangtag.local.LocalAws;
import io.hangtag.local.LocalNames;
import io.hangtag.local.QueueSettings;
import io.hangtag.testing.FunctionEnvironment;
import io.hangtag.testing.FunctionZip;
import io.hangtag.testing.LambdaEmulator;
import io.hangtag.testing.LocalPython;
import io.hangtag.testing.ModelLayerFolder;
import io.hangtag.testing.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;

/** All that a measured function needs: the endpoints, the emulator, the unzipped function, the model layer. */
final class Workbench implements AutoCloseable {
    private static final Path PYTHON = Path.of(".hangtag/bench/bin/python").toAbsolutePath();
    private static final Path PEER = Path.of("infra/bench/python").toAbsolutePath();
    private static final String MODEL = "clothing-73";

    private final Cores cores;
    private final TemporaryFolder folder;
    private final Path emulator;
    private final Path layer = ModelLayerFolder.ofThisMachine();
    private final Path task;
    private final LocalAws aws;

    private Workbench(Cores cores, TemporaryFolder folder, Path emulator) throws IOException {
        this.cores = cores;
        this.folder = folder;
        this.emulator = emulator;
        this.task = FunctionZip.tagger().unzip(folder.path().resolve("task"));
        this.aws = LocalAws.start(
                LocalPython.interpreter(), folder.path().resolve("data"), LocalNames.DEFAULT, QueueSettings.DEFAULT);
    }

    static Workbench open() throws IOException, InterruptedException {
        Cores cores = Cores.claim();
        Path emulator = LambdaEmulator.find(Path.of(".hangtag/sam"))
                .orElseThrow(() -> new IOException("There is no Lambda runtime interface emulator in .hangtag/sam"));
        return new Workbench(cores, TemporaryFolder.create("hangtag-bench"), emulator);
    }

    /** Endpoints of S3 and DynamoDB. */
    LocalAws aws() {
        return aws;
    }

    /** The unzipped function. */
    Path task() {
        return task;
    }

    /** A file or folder of this run, gone after it. */
    Path file(String name) {
        return folder.path().resolve(name);
    }

    /** Puts a photo, and gives back the event that tells of it. */
    PhotoEvent put(byte[] photo, String key) {
        aws.clients()
                .s3()
                .putObject(
                        request -> request.bucket(LocalNames.DEFAULT.bucket())
                                .key(key)
                                .contentType("image/jpeg"),
                        RequestBody.fromBytes(photo));
        return new PhotoEvent(LocalNames.DEFAULT.bucket(), key);
    }

    /** Removes a photo, so that the disk does not fill. */
    void remove(PhotoEvent photo) {
        aws.clients()
                .s3()
                .deleteObject(request -> request.bucket(photo.bucket()).key(photo.key()));
    }

    /** Whether the object bears the tag that both handlers write last but one. */
    boolean isTagged(PhotoEvent photo) {
        return aws
                .clients()
                .s3()
                .getObjectTagging(request -> request.bucket(photo.bucket()).key(photo.key()))
                .tagSet()
                .stream()
                .anyMatch(tag -> tag.key().equals("hangtag:class"));
    }

    /** Hangtag's function as a Java runtime starts it. */
    MeasuredFunction hangtag(JavaStart java) throws IOException {
        Map<String, String> environment = new FunctionEnvironment(aws.endpoints(), layer)
                .with("QUARKUS_LOG_CATEGORY__IO_HANGTAG_TAGGING__LEVEL", "DEBUG")
                .variables();
        return MeasuredFunction.start(
                emulator, task, environment, temporary -> cores.pinned(java.command(temporary)), java.prelude());
    }

    /** The Python handler. */
    MeasuredFunction python(String... prelude) throws IOException {
        Map<String, String> environment = Map.of(
                "MODEL_DIRECTORY", layer.resolve("models").resolve(MODEL).toString(),
                "CATALOG_TABLE", LocalNames.DEFAULT.table(),
                "AWS_ENDPOINT_URL_S3", aws.endpoints().s3().toString(),
                "AWS_ENDPOINT_URL_DYNAMODB", aws.endpoints().dynamodb().toString(),
                "AWS_REGION", "us-east-1",
                "AWS_DEFAULT_REGION", "us-east-1",
                // Emulators take any key.
                "AWS_ACCESS_KEY_ID", "hangtag",
                "AWS_SECRET_ACCESS_KEY", "hangtag",
                "PYTHONPATH", PEER.toString());
        List<String> command = cores.pinned(List.of(PYTHON.toString(), "-m", "awslambdaric", "handler.handle"));
        return MeasuredFunction.start(emulator, PEER, environment, temporary -> command, List.of(prelude));
    }

    /** The floor. */
    Floor floor() throws IOException {
        return new Floor(cores.pinned(List.of(
                PYTHON.toString(),
                PEER.resolve("floor.py").toString(),
                layer.resolve("models").resolve(MODEL).toString())));
    }

    @Override
    public void close() throws IOException {
        aws.close();
        folder.close();
    }
}
