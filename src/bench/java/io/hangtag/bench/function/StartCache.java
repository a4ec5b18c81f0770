package io.hangtag.bench.function;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a virtual machine has loaded and linked once it has tagged photos, recorded for later starts: an AOT cache by JDK 25 and
 * later (JEP 514), a dynamic archive of class data by earlier ones (JEP 350). Either is of one JDK build and one class path, which
 * {@code start-with-cache} keeps; any other virtual machine leaves it alone.
 */
final class StartCache {
    private static final Path WRAPPER = Path.of("infra/start-cache/start-with-cache");
    private static final int FIRST_WITH_AOT_CACHES = 25;
    private static final int PHOTOS = 3;

    private final Workbench workbench;
    private final byte[] photo;

    StartCache(Workbench workbench, byte[] photo) {
        this.workbench = workbench;
        this.photo = photo;
    }

    /**
     * Records a start.
     *
     * @param home of a JDK
     * @param folder gets the cache and the wrapper that starts with it
     * @return a start with that cache
     */
    JavaStart record(Path home, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path wrapper = Files.copy(WRAPPER, folder.resolve(WRAPPER.getFileName()));
        boolean ahead = feature(home) >= FIRST_WITH_AOT_CACHES;
        Path cache = folder.resolve(ahead ? "hangtag.aot" : "hangtag.jsa").toAbsolutePath();
        JavaStart start = JavaStart.of(home, JavaStart.FIRST_COMPILER_ONLY).through(wrapper.toAbsolutePath());
        String recording = (ahead ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + cache;
        try (MeasuredFunction function =
                workbench.hangtag(start.after(List.of("export START_CACHE_RECORD='%s'".formatted(recording))))) {
            for (int number = 0; number < PHOTOS; number++) {
                function.invoke(
                        PhotoEvent.batch(List.of(workbench.put(photo, "uploads/recorded/" + System.nanoTime()))));
            }
            function.end();
            if (!Files.isRegularFile(cache)) {
                throw new IOException("Nothing was recorded in " + cache + ":\n" + function.log());
            }
        }
        return start;
    }

    /** Of the release file that every JDK has. */
    private static int feature(Path home) throws IOException {
        return Files.readAllLines(home.resolve("release")).stream()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.replaceAll("[^0-9.]", "").split("\\.")[0])
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow(() -> new IOException(home + " is no JDK: its file release names no version"));
    }
}
