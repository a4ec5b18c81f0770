package io.hangtag.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.hostile.HostileCorpus;
import io.hangtag.hostile.HostileFile;
import io.hangtag.testing.ChildJvm;
import io.hangtag.testing.SuiteCounts;
import io.hangtag.testing.SuiteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jazzer changes pictures of the hostile corpus, keeps what reaches new code, and ends with the first input that breaks the
 * promise of the decoders. A finding is written to {@code target/fuzz}; once it is mended it becomes a case of the hostile corpus.
 */
@Tag("fuzz")
class FuzzTest {
    private static final String DRIVER = "com.code_intelligence.jazzer.Jazzer";
    private static final int SHORT = 4_000;
    private static final int LONG = 600_000;
    private static final int LONGEST_INPUT = 8_192;
    private static final int SECONDS_AN_INPUT = 60;
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs");
    private static final Pattern EDGES = Pattern.compile("cov: (\\d+)");

    @TempDir
    private Path folder;

    /** Each format by itself takes a process that instruments the decoders anew, for which the short run has no time. */
    static List<Set<FuzzTarget>> targets() {
        Set<FuzzTarget> together = EnumSet.allOf(FuzzTarget.class);
        return switch (SuiteSize.current()) {
            case SHORT -> List.of(together);
            case LONG -> together.stream().<Set<FuzzTarget>>map(EnumSet::of).toList();
        };
    }

    @ParameterizedTest
    @MethodSource("targets")
    void findsNothingThatBreaksThePromise(Set<FuzzTarget> targets)
            throws IOException, InterruptedException, ClassNotFoundException {
        int runs = SuiteSize.current().of(SHORT, LONG);
        Path dictionary = Files.write(
                folder.resolve("words"),
                targets.stream().flatMap(target -> target.words().stream()).toList());
        Path findings = Files.createDirectories(Path.of("target/fuzz").toAbsolutePath());
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        int seeds = writeSeeds(targets, corpus);

        ChildJvm.Ended ended = new ChildJvm(
                        Class.forName(DRIVER),
                        options(),
                        "--target_class=" + PhotoFuzzer.class.getName(),
                        "--instrumentation_includes=io.hangtag.image.**",
                        "--custom_hook_includes=io.hangtag.image.**",
                        "--reproducer_path=" + findings,
                        "-artifact_prefix=" + findings + "/",
                        "-dict=" + dictionary,
                        "-max_len=" + LONGEST_INPUT,
                        "-timeout=" + SECONDS_AN_INPUT,
                        // The bound on resident memory would count the driver itself (2.7 GB seen at its start);
                        // decoders are held by -Xmx.
                        "-rss_limit_mb=0",
                        "-seed=1",
                        "-runs=" + runs,
                        corpus)
                .run(Duration.ofMinutes(SuiteSize.current().of(10, 240)));

        assertThat(ended.status()).as(ended.errors()).isZero();
        int done = last(DONE, ended.errors());
        new SuiteCounts("fuzz")
                .with("formats", targets)
                .with("seeds", seeds)
                .with("runs", done)
                .with("findings", 0)
                .with("edgesReached", last(EDGES, ended.errors()))
                .close();
        assertThat(done).isGreaterThanOrEqualTo(runs);
    }

    /** The short run ends before it pays to compile better. */
    private static List<String> options() {
        return switch (SuiteSize.current()) {
            case SHORT -> List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
            case LONG -> List.of("-Xmx384m", "-XX:+UseSerialGC");
        };
    }

    private static int last(Pattern number, String text) {
        Matcher matcher = number.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        int last;
        do {
            last = Integer.parseInt(matcher.group(1));
        } while (matcher.find());
        return last;
    }

    /** Whole and broken pictures, each small enough to be changed. */
    private static int writeSeeds(Set<FuzzTarget> targets, Path corpus) throws IOException {
        int seeds = 0;
        for (HostileFile file : HostileCorpus.small().toList()) {
            boolean wanted = targets.stream().anyMatch(target -> file.name().startsWith(target.folder()));
            if (wanted && file.bytes().length <= LONGEST_INPUT) {
                Files.write(corpus.resolve("seed-" + seeds++), file.bytes());
            }
        }
        return seeds;
    }
}
