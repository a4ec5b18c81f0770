package io.hangtag.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wrapper that starts a function with a recorded start; the runtime's Java only says what it was called with. */
class StartWithCacheTest {
    @TempDir
    Path folder;

    private Path opt;
    private Path task;
    private Path java;

    @BeforeEach
    void layerAndFunction() throws IOException {
        opt = Files.createDirectory(folder.resolve("opt"));
        Files.copy(Path.of("infra/start-cache/start-with-cache"), opt.resolve("start-with-cache"));
        task = Files.createDirectories(folder.resolve("the task"));
        Files.createDirectory(task.resolve("lib"));
        for (String jar : List.of("b.jar", "a.jar", "B.jar")) {
            Files.createFile(task.resolve("lib").resolve(jar));
        }
        java = Files.writeString(folder.resolve("java"), "#!/bin/sh\nfor word; do echo \"$word\"; done\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void startsTheRuntimeAsEverWithoutACache() throws Exception {
        assertThat(started(Map.of(), "-XX:+UseSerialGC", "-cp", "/var/runtime/lib/a.jar", "Main", "a handler"))
                .containsExactly("-XX:+UseSerialGC", "-cp", "/var/runtime/lib/a.jar", "Main", "a handler");
    }

    @Test
    void takesTheAotCacheThatLiesBesideItAndTheFunctionsJarsInOneOrder() throws Exception {
        // given
        Files.createFile(opt.resolve("hangtag.aot"));
        // when
        List<String> words = started(Map.of(), "-XX:+UseSerialGC", "-cp", "/runtime.jar", "Main", "a handler");
        // then
        String lib = task + "/lib/";
        assertThat(words)
                .containsExactly(
                        "-XX:AOTCache=" + opt + "/hangtag.aot",
                        "-XX:+UseSerialGC",
                        "-cp",
                        "/runtime.jar:" + lib + "B.jar:" + lib + "a.jar:" + lib + "b.jar",
                        "Main",
                        "a handler");
    }

    @Test
    void takesAnArchiveOfClassDataWhereThereIsNoAotCache() throws Exception {
        // given
        Files.createFile(opt.resolve("hangtag.jsa"));
        // when, then
        assertThat(started(Map.of(), "-classpath", "/runtime.jar", "Main"))
                .startsWith("-XX:SharedArchiveFile=" + opt + "/hangtag.jsa", "-classpath")
                .element(2)
                .asString()
                .startsWith("/runtime.jar:" + task);
    }

    @Test
    void recordsAStartOnTheSameClassPath() throws Exception {
        assertThat(started(
                        Map.of("START_CACHE_RECORD", "-XX:AOTCacheOutput=/tmp/hangtag.aot"), "-cp", "/r.jar", "Main"))
                .startsWith("-XX:AOTCacheOutput=/tmp/hangtag.aot", "-cp")
                .element(2)
                .asString()
                .endsWith("/b.jar");
    }

    /** What Java is called with. */
    private List<String> started(Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(opt.resolve("start-with-cache").toString(), java.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().putAll(environment);
        builder.environment().put("LAMBDA_TASK_ROOT", task.toString());
        builder.environment().put("LC_ALL", "en_US.UTF-8");
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
