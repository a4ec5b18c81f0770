package io.hangtag.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What Linux says of a process (proc(5)).
 *
 * @param residentKilobytes memory that it takes now, heap and native together
 * @param peakKilobytes the most that it ever took
 * @param threads native threads, which are more than Java's
 * @param descriptors open files and sockets
 */
public record ProcessStatus(long residentKilobytes, long peakKilobytes, long threads, long descriptors) {
    /** Whether the system tells. */
    public static boolean isTold() {
        return Files.isReadable(Path.of("/proc/self/status"));
    }

    /** Of this process. */
    public static ProcessStatus now() throws IOException {
        return of(ProcessHandle.current().pid());
    }

    /** Of one that this user started. */
    public static ProcessStatus of(long pid) throws IOException {
        Path process = Path.of("/proc", Long.toString(pid));
        String status = Files.readString(process.resolve("status"));
        try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
            return new ProcessStatus(
                    number(status, "VmRSS:"),
                    number(status, "VmHWM:"),
                    number(status, "Threads:"),
                    descriptors.count());
        }
    }

    private static long number(String status, String name) {
        return status.lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).replace("kB", "").strip())
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
