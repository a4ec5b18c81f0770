package io.hangtag.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.testing.FunctionEnvironment;
import io.hangtag.testing.FunctionZip;
import io.hangtag.testing.LambdaEmulator;
import io.hangtag.testing.LocalAwsExtension;
import io.hangtag.testing.ModelLayerFolder;
import io.hangtag.testing.SampleEvents;
import io.hangtag.testing.SnapStartEmulator;
import io.hangtag.testing.TestBucket;
import io.hangtag.testing.TestPictures;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The very zip that is deployed, started as SnapStart starts it: made ready for its snapshot, and then restored. */
class SnapStartIT {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    @TempDir
    static Path folder;

    @Test
    void drawnPhotosGoBeforeTheSnapshotAndOnlyRealOnesAreSeen() throws Exception {
        // given
        Path task = FunctionZip.tagger().unzip(folder.resolve("task"));
        FunctionEnvironment environment = new FunctionEnvironment(AWS.endpoints(), ModelLayerFolder.ofThisMachine())
                .withPrimaryColors()
                .with("HANGTAG_SNAPSHOT_PHOTOS", 20);
        TestBucket bucket = new TestBucket(AWS.aws());
        bucket.put("uploads/batched.png", TestPictures.png(TestPictures.RED_SHIRT));

        // when
        String log;
        try (SnapStartEmulator snapStart = new SnapStartEmulator();
                LambdaEmulator lambda = LambdaEmulator.start(task, environment.variables(), snapStart.prelude())) {
            lambda.invoke(SampleEvents.read("batch-with-one-bad-record"));
            log = lambda.log();
        }

        // then
        assertThat(bucket.tags("uploads/batched.png")).containsEntry("hangtag:class", "red-shirt");
        assertThat(log).containsOnlyOnce("Primed by 20 photos in ").containsOnlyOnce("COMMITTED state=tagged");
        assertThat(bucket.item("uploads/.priming")).isEmpty();
    }
}
