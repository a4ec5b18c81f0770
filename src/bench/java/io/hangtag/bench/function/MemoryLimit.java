package io.hangtag.bench.function;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A memory control group of its own for a process, whose kernel ends it beyond the limit, as Lambda's does. */
final class MemoryLimit implements AutoCloseable {
    private final Path group;
    private final String limitFile;
    private final String peakFile;

    private MemoryLimit(Path group, String limitFile, String peakFile) {
        this.group = group;
        this.limitFile = limitFile;
        this.peakFile = peakFile;
    }

    /** A group of that name; empty where this user may make none, or no hierarchy is mounted. */
    static Optional<MemoryLimit> of(String name, long bytes) {
        Path first = Path.of("/sys/fs/cgroup/memory");
        boolean version1 = Files.isDirectory(first);
        Path group = (version1 ? first : Path.of("/sys/fs/cgroup")).resolve(name);
        MemoryLimit limit = version1
                ? new MemoryLimit(group, "memory.limit_in_bytes", "memory.max_usage_in_bytes")
                : new MemoryLimit(group, "memory.max", "memory.peak");
        try {
            Files.createDirectory(group);
            Files.writeString(group.resolve(limit.limitFile), Long.toString(bytes));
            return Optional.of(limit);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The shell command by which a process goes under the limit. */
    String join() {
        return "echo $$ > '" + group.resolve("cgroup.procs") + "'";
    }

    /** The most that the group's processes held together, page cache included, in bytes. */
    long peakBytes() throws IOException {
        return Long.parseLong(Files.readString(group.resolve(peakFile)).strip());
    }

    /** Only once its processes have ended. */
    @Override
    public void close() throws IOException {
        Files.delete(group);
    }
}
