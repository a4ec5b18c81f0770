package io.hangtag.bench.decode;

import io.hangtag.testing.ProcessStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What a process that decodes one photo once has had resident at most, heap and native memory together. */
final class PeakMemory {
    private PeakMemory() {}

    /** Measures in a process of its own; in megabytes. */
    static long of(DecodeWay way, Path photo, int size) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xlog:disable",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PeakMemory.class.getName(),
                        way.name(),
                        photo.toString(),
                        Integer.toString(size))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String told = new String(process.getInputStream().readAllBytes()).strip();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException("%s did not decode %s".formatted(way, photo));
        }
        return Long.parseLong(told) / 1024;
    }

    /** Decodes once and prints kilobytes. */
    public static void main(String[] arguments) throws IOException {
        byte[] photo = Files.readAllBytes(Path.of(arguments[1]));
        new ModelInput(DecodeWay.valueOf(arguments[0]), Integer.parseInt(arguments[2])).of(photo);
        System.out.println(ProcessStatus.now().peakKilobytes());
    }
}
