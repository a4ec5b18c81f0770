package io.hangtag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a folder of its own, whose name has a space, with tools that only write down how they were called. */
class LauncherTest {
    private static final Path LAUNCHER = Path.of("hangtag");
    private static final List<String> SYSTEM_TOOLS = List.of(
            "basename",
            "bash",
            "cat",
            "chmod",
            "cmp",
            "cp",
            "dirname",
            "find",
            "grep",
            "ln",
            "mkdir",
            "readlink",
            "rm",
            "sed",
            "sort",
            "touch",
            "tr",
            "uname",
            "wc");

    @TempDir
    Path folder;

    private Path home;
    private Path tools;

    @BeforeEach
    void project() throws IOException {
        home = Files.createDirectories(folder.resolve("my project"));
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.copy(LAUNCHER, home.resolve("hangtag"));
        home.resolve("hangtag").toFile().setExecutable(true);
        Files.createDirectories(home.resolve("src/main"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.createDirectories(home.resolve("infra/local"));
        Files.copy(Path.of("infra/local/python.sh"), home.resolve("infra/local/python.sh"));
        Files.writeString(home.resolve("infra/local/requirements.txt"), "ministack==1\n");
        for (String name : SYSTEM_TOOLS) {
            Files.createSymbolicLink(tools.resolve(name), systemTool(name));
        }
        tool("java", java("17"));
        tool("javac", "");
        tool("mvn", "mkdir -p target/quarkus-app; touch target/quarkus-app/quarkus-run.jar");
        // A virtual environment whose Python takes what pip is asked for.
        tool(
                "python3",
                "if [[ \"$1 $2\" == '-m venv' ]]; then mkdir -p \"$3/bin\"; ln -s \"$(readlink -f \"$0\")\" \"$3/bin/python\"; fi");
    }

    @Test
    void helpNamesTheCommandsThatThereAre() throws Exception {
        // when
        Run help = hangtag("help");
        // then
        assertThat(help.status()).isZero();
        assertThat(help.output())
                .contains("  up ", "  tag ", "  test ", "  prove ", "  bench ", "  build ", "  native ");
        assertThat(calls()).isEmpty();
    }

    @Test
    void noCommandAndUnknownOnesAreWrongUsage() throws Exception {
        // when
        Run none = hangtag();
        Run unknown = hangtag("dance");
        // then
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.errors()).contains("Usage: hangtag");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.errors()).contains("there is no command 'dance'");
        assertThat(none.output() + unknown.output()).isEmpty();
    }

    @Test
    void upBuildsWhatIsMissingAndHandsOver() throws Exception {
        // when
        Run up = hangtag("up", "--data", "my data");
        // then
        assertThat(up.status()).as(up.errors()).isZero();
        assertThat(up.errors()).contains("hangtag: building the app").contains("installing ministack==1");
        assertThat(calls())
                .element(calls().size() - 1)
                .asString()
                .startsWith("java ")
                .endsWith("|up|--data|my data");
        assertThat(calls()).anyMatch(call -> call.startsWith("mvn -B|-q|package"));
        assertThat(calls()).anyMatch(call -> call.contains("pip|install"));
        assertThat(calls())
                .anyMatch(call -> call.contains(
                        "-Dhangtag.local.home=" + home + "|-Dhangtag.model.directory=" + home + "/models/packages"));
    }

    @Test
    void nothingIsBuiltTwice() throws Exception {
        // given
        hangtag("up");
        Files.delete(folder.resolve("calls"));
        // when
        Run again = hangtag("up");
        // then
        assertThat(again.errors()).isEmpty();
        assertThat(calls()).allMatch(call -> call.startsWith("java "));
    }

    @Test
    void newSourcesAndNewRequirementsAreTakenUp() throws Exception {
        // given
        hangtag("up");
        Files.delete(folder.resolve("calls"));
        TimeUnit.MILLISECONDS.sleep(20);
        Files.writeString(home.resolve("src/main/Changed.java"), "class Changed {}");
        Files.writeString(home.resolve("infra/local/requirements.txt"), "ministack==2\n");
        // when
        hangtag("up");
        // then
        assertThat(calls()).anyMatch(call -> call.startsWith("mvn "));
        assertThat(calls()).anyMatch(call -> call.contains("pip|install"));
    }

    @Test
    void tagNeedsNoPython() throws Exception {
        // given
        Files.delete(tools.resolve("python3"));
        // when
        Run tag = hangtag("tag", "--json", "a photo.jpg");
        // then
        assertThat(tag.status()).as(tag.errors()).isZero();
        assertThat(calls()).last().asString().endsWith("|tag|--json|a photo.jpg");
    }

    @Test
    void oldJdkIsSaidWithItsRemedy() throws Exception {
        // given
        tool("java", java("11"));
        // when
        Run up = hangtag("up");
        // then
        assertThat(up.status()).isEqualTo(1);
        assertThat(up.errors())
                .isEqualTo("hangtag: needs a JDK of version 17 or later, found 11: install one (Debian: apt-get install"
                        + " openjdk-17-jdk) or set JAVA_HOME\n");
    }

    @Test
    void javaOfBeforeNineIsOldToo() throws Exception {
        // given
        tool("java", java("1.8"));
        // when, then
        assertThat(hangtag("up").errors()).contains("found 1.8");
    }

    @Test
    void missingToolsAreSaidWithTheirRemedy() throws Exception {
        for (String missing : List.of("java", "python3", "mvn")) {
            // given
            Path away = folder.resolve("away");
            Files.move(tools.resolve(missing), away);
            // when
            Run up = hangtag("up");
            // then
            assertThat(up.status()).as(missing).isEqualTo(1);
            assertThat(up.errors().lines().filter(line -> line.contains("needs")))
                    .as(missing)
                    .singleElement()
                    .asString()
                    .contains("apt-get install");
            Files.move(away, tools.resolve(missing));
        }
    }

    @Test
    void pythonWithoutVenvIsSaidWithItsRemedy() throws Exception {
        // given
        tool("python3", "exit 1");
        // when, then
        assertThat(hangtag("up").errors())
                .contains("needs Python's venv module: install it (Debian: apt-get install python3-venv)");
    }

    @Test
    void failedBuildStopsIt() throws Exception {
        // given
        tool("mvn", "exit 1");
        // when
        Run tag = hangtag("tag", "a.jpg");
        // then
        assertThat(tag.status()).isEqualTo(1);
        assertThat(tag.errors()).contains("hangtag: the build failed");
    }

    @Test
    void javaHomeGoesBeforeThePath() throws Exception {
        // given
        tool("java", java("11"));
        Path jdk = Files.createDirectories(folder.resolve("jdk/bin"));
        script(jdk.resolve("java"), java("25"));
        script(jdk.resolve("javac"), "");
        // when
        Run tag = run(List.of("JAVA_HOME=" + folder.resolve("jdk")), "tag", "a.jpg");
        // then
        assertThat(tag.status()).as(tag.errors()).isZero();
    }

    @Test
    void buildMakesTheZipOfADeployableAndSaysItsSize() throws Exception {
        // given
        tool("mvn", functionZip());
        // when
        Run build = hangtag("build", "tagger", "--arch", "arm64");
        // then
        assertThat(build.status()).as(build.errors()).isZero();
        assertThat(calls()).anyMatch(call -> call.startsWith("mvn ") && call.contains("|-Ptagger"));
        assertThat(build.errors()).contains("target/tagger/function.zip: 5 bytes, jvm");
    }

    @Test
    void buildTakesANativeZipForNoneOfItsOwn() throws Exception {
        // given a native zip where the JVM form belongs
        tool("mvn", functionZip());
        mandrel("Mandrel-25");
        runWithMandrel("native", "tagger");
        Files.delete(folder.resolve("calls"));
        // when
        hangtag("build", "tagger");
        hangtag("build", "tagger");
        // then it is built once more, and only once
        assertThat(calls().stream().filter(call -> call.startsWith("mvn "))).hasSize(1);
    }

    @Test
    void layerIsMadeOfTheArchitecturesOwnLibraries() throws Exception {
        // given
        Files.createDirectories(home.resolve("models/packages"));
        tool("mvn", "mkdir -p target/layer/arm64/lib; echo four >target/layer/arm64/lib/a.so");
        // when
        Run build = hangtag("build", "layer", "--arch", "arm64");
        // then
        assertThat(build.status()).as(build.errors()).isZero();
        assertThat(calls())
                .anyMatch(call -> call.contains("initialize|-Player")
                        && call.contains("-Dlayer.architecture=arm64|-Dlayer.onnxruntime.architecture=aarch64"));
        assertThat(build.errors()).contains("target/layer/arm64: 5 bytes unzipped");
    }

    @Test
    void layerThatIsTooLargeIsRefused() throws Exception {
        // given
        Files.createDirectories(home.resolve("models/packages"));
        Files.writeString(
                home.resolve("hangtag"),
                Files.readString(home.resolve("hangtag")).replace("layer_limit=60000000", "layer_limit=4"));
        tool("mvn", "mkdir -p target/layer/arm64/lib; echo four >target/layer/arm64/lib/a.so");
        // when
        Run build = hangtag("build", "layer", "--arch", "arm64");
        // then
        assertThat(build.status()).isEqualTo(1);
        assertThat(build.errors()).contains("larger than 4 bytes");
    }

    @Test
    void nativeTakesAMandrelThatIsThere() throws Exception {
        // given
        tool("mvn", functionZip());
        mandrel("Mandrel-25");
        // when
        Run built = runWithMandrel("native", "tagger");
        // then
        assertThat(built.status()).as(built.errors()).isZero();
        assertThat(calls()).anyMatch(call -> call.contains("|-Ptagger|-Dnative") && !call.contains("container"));
    }

    @Test
    void nativeIsBuiltInAContainerForTheOtherArchitectureAndWithOracleGraalvm() throws Exception {
        // given
        tool("mvn", functionZip());
        tool("podman", "");
        mandrel("Oracle GraalVM 25");
        // when
        Run built = runWithMandrel("native", "api", "--arch", "arm64");
        Run local = runWithMandrel("native", "api", "--arch", "x86_64");
        // then
        assertThat(built.status()).as(built.errors()).isZero();
        assertThat(local.status()).as(local.errors()).isZero();
        assertThat(calls())
                .anyMatch(call -> call.contains("|-Papi|-Dnative|-Dquarkus.native.container-build=true")
                        && call.contains("container-runtime=podman")
                        && call.contains("--platform=linux/arm64"));
        assertThat(calls()).anyMatch(call -> call.contains("--platform=linux/amd64"));
    }

    @Test
    void nativeWithoutMandrelAndContainersSaysWhatIsMissing() throws Exception {
        Run built = hangtag("native");

        assertThat(built.status()).isEqualTo(1);
        assertThat(built.errors()).contains("needs Mandrel (GRAALVM_HOME)").contains("docker or podman");
    }

    @Test
    void unknownDeployablesAndArchitecturesAreWrongUsage() throws Exception {
        assertThat(hangtag("build").status()).isEqualTo(2);
        assertThat(hangtag("build", "page").status()).isEqualTo(2);
        assertThat(hangtag("build", "layer", "--arch", "riscv").errors()).contains("x86_64 or arm64, not 'riscv'");
        assertThat(hangtag("native", "layer").status()).isEqualTo(2);
    }

    @Test
    void proveRunsTheTestsOfOneSuiteAndPrintsWhatTheyCounted() throws Exception {
        // given
        suite("order", "OrderTest");
        tool("mvn", "mkdir -p target/suites; echo 'order short: cases=7 losses=0' >target/suites/order.txt");
        // when
        Run proved = hangtag("prove", "order");
        Run proof = hangtag("prove", "--long", "order");
        // then
        assertThat(proved.status()).as(proved.errors()).isZero();
        assertThat(proved.output()).isEqualTo("order short: cases=7 losses=0\n");
        assertThat(proof.status()).as(proof.errors()).isZero();
        assertThat(calls())
                .anyMatch(call -> call.contains("|test|-Dgroups=order|-Dhangtag-test.suite=short|"))
                .anyMatch(call -> call.contains("|test|-Dgroups=order|-Dhangtag-test.suite=long|"))
                .noneMatch(call -> call.contains("-Ptagger"));
    }

    @Test
    void proveBuildsWhatIsDeployedForASuiteThatTestsIt() throws Exception {
        // given
        suite("batches", "BatchesIT");
        Files.createDirectories(home.resolve("models/packages"));
        Files.writeString(home.resolve("infra/local/requirements-test.txt"), "aws-sam-cli==1\n");
        tool(
                "mvn",
                functionZip() + "; mkdir -p target/layer/x86_64/lib target/layer/arm64/lib target/suites;"
                        + " [[ \"$*\" == *-Dgroups=batches* ]] && echo 'batches: losses=0' >target/suites/batches.txt || true");
        // when
        Run proved = hangtag("prove", "batches");
        // then
        assertThat(proved.status()).as(proved.errors()).isZero();
        assertThat(calls())
                .anyMatch(call -> call.contains("|-Ptagger"))
                .last()
                .asString()
                .contains("|verify|-Dgroups=batches|");
    }

    @Test
    void proveNamesTheSuitesThatThereAre() throws Exception {
        // given
        suite("order", "OrderTest");
        suite("faults", "FaultsTest");
        // when
        Run none = hangtag("prove");
        Run unknown = hangtag("prove", "luck", "--long");
        // then
        assertThat(none.status()).isEqualTo(2);
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.errors()).contains("There are: faults order");
        assertThat(calls()).isEmpty();
    }

    @Test
    void proveFailsWithASuiteThatFailsOrWasSkipped() throws Exception {
        // given what an earlier run has counted
        suite("order", "OrderTest");
        Files.createDirectories(home.resolve("target/suites"));
        Files.writeString(home.resolve("target/suites/order.txt"), "order short: losses=0");
        // when
        Run skipped = hangtag("prove", "order");
        tool("mvn", "exit 1");
        Run failed = hangtag("prove", "order");
        // then
        assertThat(skipped.status()).isEqualTo(1);
        assertThat(skipped.errors()).contains("order was skipped");
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.errors()).contains("order failed");
        assertThat(skipped.output() + failed.output()).isEmpty();
    }

    @Test
    void benchCompilesTheBenchmarksOnceAndHandsOver() throws Exception {
        // given
        benchmark("scale", "ScaleBench");
        tool("mvn", "mkdir -p target; echo /the.jar >target/bench.classpath");
        // when
        Run first = hangtag("bench", "scale", "--runs", "3");
        Run second = hangtag("bench", "scale");
        // then
        assertThat(first.status()).as(first.errors()).isZero();
        assertThat(second.status()).as(second.errors()).isZero();
        assertThat(calls())
                .filteredOn(call -> call.startsWith("mvn "))
                .singleElement()
                .asString()
                .contains("|test-compile|dependency:build-classpath|");
        assertThat(calls())
                .anyMatch(call -> call.contains("target/classes:/the.jar|io.hangtag.bench.Bench|scale|--runs|3"));
    }

    @Test
    void benchTakesOtherDecodersForDecodeAlone() throws Exception {
        // given
        benchmark("decode", "DecodeBench");
        tool("mvn", "mkdir -p target; echo /opencv.jar >target/bench.decode.classpath");
        // when
        Run run = hangtag("bench", "decode", "--size", "160");
        // then
        assertThat(run.status()).as(run.errors()).isZero();
        assertThat(calls()).anyMatch(call -> call.startsWith("mvn ") && call.contains("|-Plocal,bench"));
        assertThat(calls())
                .anyMatch(call ->
                        call.contains("target/classes:/opencv.jar|io.hangtag.bench.decode.DecodeBench|--size|160"));
    }

    @Test
    void benchNamesTheBenchmarksThatThereAre() throws Exception {
        // given
        benchmark("warm", "WarmBench");
        benchmark("decode", "DecodeBench");
        // when
        Run none = hangtag("bench");
        Run unknown = hangtag("bench", "luck");
        // then
        assertThat(none.status()).isEqualTo(2);
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.errors()).contains("There are: decode warm");
        assertThat(calls()).isEmpty();
    }

    @Test
    void benchOfAFunctionBuildsWhatIsDeployedAndTheEnvironments() throws Exception {
        // given
        functionBenchmarks();
        // when
        Run bench = hangtag("bench", "warm");
        // then
        assertThat(bench.status()).as(bench.errors()).isZero();
        assertThat(bench.errors())
                .contains("installing boto3==1 for Python")
                .contains("target/tagger/function.zip: 5 bytes, jvm")
                .contains("bytes unzipped");
        assertThat(calls())
                .anyMatch(call -> call.contains("|-Ptagger"))
                .last()
                .asString()
                .contains("|io.hangtag.bench.Bench|warm");
    }

    @Test
    void buildCacheRecordsAStartOfTheFunctionOnTheJdkThatIsUsed() throws Exception {
        // given
        functionBenchmarks();
        // when
        Run build = hangtag("build", "cache");
        // then
        assertThat(build.status()).as(build.errors()).isZero();
        assertThat(calls())
                .anyMatch(call -> call.contains("|-Ptagger"))
                .last()
                .asString()
                .contains("|io.hangtag.bench.function.RecordStart|target/cache|" + folder);
    }

    @Test
    void buildCacheRecordsOnTheJdkThatIsNamed() throws Exception {
        // given
        functionBenchmarks();
        Path named = Files.createDirectories(folder.resolve("jdk25"));
        Path java =
                Files.createFile(Files.createDirectories(named.resolve("bin")).resolve("java"));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        // when
        Run build = run(List.of("JAVA25_HOME=" + named), "build", "cache");
        // then
        assertThat(build.status()).as(build.errors()).isZero();
        assertThat(calls()).last().asString().endsWith("|io.hangtag.bench.function.RecordStart|target/cache|" + named);
    }

    @Test
    void buildCacheRefusesANamedFolderWithoutAJdkBeforeItBuilds() throws Exception {
        // given
        functionBenchmarks();
        // when
        Run build = run(List.of("JAVA25_HOME=" + folder), "build", "cache");
        // then
        assertThat(build.status()).isEqualTo(1);
        assertThat(build.errors()).contains("JAVA25_HOME is '" + folder + "', where there is no bin/java");
        assertThat(calls()).noneMatch(call -> call.contains("-Ptagger"));
    }

    private void functionBenchmarks() throws IOException {
        benchmark("warm", "function/WarmBench");
        Files.createDirectories(home.resolve("models/packages"));
        Files.createDirectories(home.resolve("infra/bench/python"));
        Files.writeString(home.resolve("infra/bench/python/requirements.txt"), "boto3==1\n");
        Files.writeString(home.resolve("infra/local/requirements-test.txt"), "aws-sam-cli==1\n");
        tool(
                "mvn",
                functionZip()
                        + "; mkdir -p target/layer/x86_64/lib target/layer/arm64/lib; echo /the.jar >target/bench.classpath");
    }

    private void benchmark(String name, String type) throws IOException {
        Path file = home.resolve("src/bench/java/io/hangtag/bench/" + type + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "@Command(name = \"" + name + "\")\n");
    }

    private void suite(String tag, String test) throws IOException {
        Path tests = Files.createDirectories(home.resolve("src/test/java"));
        Files.writeString(tests.resolve(test + ".java"), "@Tag(\"" + tag + "\")\nclass " + test + " {}\n");
    }

    /** A Maven that makes a zip for the deployable of its profile. */
    private static String functionZip() {
        return "[[ \"$*\" == *-Papi* ]] && name=api || name=tagger; mkdir -p target/$name; echo four >target/$name/function.zip";
    }

    private void mandrel(String version) throws IOException {
        Files.createDirectories(folder.resolve("mandrel/bin"));
        script(folder.resolve("mandrel/bin/native-image"), "echo '" + version + "'");
    }

    private Run runWithMandrel(String... arguments) throws Exception {
        return run(List.of("GRAALVM_HOME=" + folder.resolve("mandrel")), arguments);
    }

    private static String java(String version) {
        return "if [[ \"$*\" == *-version* ]]; then echo '    java.specification.version = " + version + "' >&2; fi";
    }

    private void tool(String name, String body) throws IOException {
        script(tools.resolve(name), body);
    }

    private void script(Path file, String body) throws IOException {
        Files.deleteIfExists(file);
        Files.writeString(
                file,
                "#!" + systemTool("bash") + "\n(IFS='|'; echo \"" + file.getFileName() + " $*\") >>'"
                        + folder.resolve("calls") + "'\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path systemTool(String name) {
        for (String place : System.getenv("PATH").split(":")) {
            if (Files.isExecutable(Path.of(place, name))) {
                return Path.of(place, name);
            }
        }
        throw new AssertionError("No " + name + " on this machine");
    }

    /** What the tools were called with, arguments apart by a bar; not the question for Java's version. */
    private List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls)
                ? Files.readAllLines(calls).stream()
                        .filter(call -> !call.contains("-XshowSettings"))
                        .toList()
                : List.of();
    }

    private Run hangtag(String... arguments) throws Exception {
        return run(List.of(), arguments);
    }

    private Run run(List<String> variables, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/env", "-i", "PATH=" + tools));
        command.addAll(variables);
        command.add(home.resolve("hangtag").toString());
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), read(output), read(errors));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Run(int status, String output, String errors) {}
}
