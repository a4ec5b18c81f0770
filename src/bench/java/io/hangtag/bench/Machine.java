package io.hangtag.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a figure was measured on.
 *
 * @param processor its model, as the system tells it
 * @param processors how many there are
 * @param memoryMegabytes of the machine; 0 where the system does not tell
 * @param system operating system and its version
 * @param java of this process
 */
public record Machine(String processor, int processors, long memoryMegabytes, String system, String java) {
    private static final String UNKNOWN = "processor of an unknown model";

    /** This one. */
    public static Machine here() {
        return new Machine(
                told(Path.of("/proc/cpuinfo"), "model name").orElse(UNKNOWN),
                Runtime.getRuntime().availableProcessors(),
                told(Path.of("/proc/meminfo"), "MemTotal")
                        .map(text -> Long.parseLong(text.replaceAll("\\D", "")) / 1024)
                        .orElse(0L),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + Runtime.version());
    }

    private static Optional<String> told(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** One line, with today's date. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %,d MB; %s; %s; %s",
                processor,
                processors,
                memoryMegabytes,
                system,
                java,
                LocalDate.now(ZoneOffset.UTC));
    }
}
