package io.hangtag.model;

import ai.onnxruntime.OrtEnvironment;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where ONNX Runtime's shared libraries come from. A folder is loaded in place; without one ONNX Runtime copies those of its
 * jar to a temporary folder at every start. Once a process has loaded them, another folder changes nothing.
 */
public final class NativeLibraries {
    private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

    /**
     * The only way to tell ONNX Runtime, and early enough in a managed runtime too, whose command line is not ours: it is read
     * when its first class is initialised.
     */
    private static final String FOLDER_PROPERTY = "onnxruntime.native.path";

    private final Optional<Path> folder;

    /**
     * The libraries of a folder, or of the jar.
     *
     * @param folder holds the libraries of this platform; empty takes those in ONNX Runtime's jar
     */
    public NativeLibraries(Optional<Path> folder) {
        this.folder = folder.map(Path::toAbsolutePath);
    }

    /**
     * Loads the libraries.
     *
     * @throws HangtagException with {@code MODEL_REFUSED} if they are missing or not of this platform
     */
    OrtEnvironment load() {
        folder.ifPresent(present -> {
            NAMES.forEach(name -> check(present, name));
            System.setProperty(FOLDER_PROPERTY, present.toString());
        });
        try {
            return OrtEnvironment.getEnvironment();
        } catch (LinkageError e) {
            throw refusal("cannot be loaded from %s: %s".formatted(source(), reason(e)), e);
        }
    }

    private void check(Path present, String name) {
        Path library = present.resolve(System.mapLibraryName(name));
        if (!Files.isReadable(library)) {
            throw refusal("are incomplete: there is no readable " + library, null);
        }
    }

    private String source() {
        return folder.map(Path::toString).orElse("ONNX Runtime's jar");
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }

    private static HangtagException refusal(String fault, Throwable cause) {
        return new HangtagException(
                ErrorCode.MODEL_REFUSED,
                "The libraries of ONNX Runtime %s; check hangtag.model.library-directory".formatted(fault),
                cause);
    }
}
