package io.hangtag.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused before anything is loaded; that a folder is loaded in place is seen in the function's own process. */
class NativeLibrariesTest {
    @TempDir
    Path folder;

    @Test
    void takesTheJarsWithoutAFolder() {
        assertThat(new NativeLibraries(Optional.empty()).load().getVersion()).isEqualTo("1.28.0");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        HangtagException refused = refusal(folder.resolve("none"));

        assertThat(refused.code()).isEqualTo(ErrorCode.MODEL_REFUSED);
        assertThat(refused)
                .hasMessageContaining(folder.resolve("none").toString())
                .hasMessageContaining("hangtag.model.library-directory");
    }

    @Test
    void namesTheLibraryThatIsMissing() throws IOException {
        Files.createFile(folder.resolve(System.mapLibraryName("onnxruntime")));

        assertThat(refusal(folder)).hasMessageContaining(System.mapLibraryName("onnxruntime4j_jni"));
    }

    private static HangtagException refusal(Path folder) {
        return catchThrowableOfType(HangtagException.class, () -> new NativeLibraries(Optional.of(folder)).load());
    }
}
