package io.hangtag.hostile;

import io.hangtag.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects files, each with how its tagging has to end. */
final class HostileFiles {
    private final List<HostileFile> files = new ArrayList<>();

    HostileFiles answered(String name, byte[] bytes) {
        files.add(new HostileFile(name, bytes, Optional.empty()));
        return this;
    }

    HostileFiles corrupt(String name, byte[] bytes) {
        return refused(name, bytes, ErrorCode.CORRUPT_IMAGE);
    }

    HostileFiles unsupported(String name, byte[] bytes) {
        return refused(name, bytes, ErrorCode.UNSUPPORTED_FORMAT);
    }

    HostileFiles tooManyPixels(String name, byte[] bytes) {
        return refused(name, bytes, ErrorCode.TOO_MANY_PIXELS);
    }

    HostileFiles refused(String name, byte[] bytes, ErrorCode code) {
        files.add(new HostileFile(name, bytes, Optional.of(code)));
        return this;
    }

    List<HostileFile> all() {
        return List.copyOf(files);
    }
}
