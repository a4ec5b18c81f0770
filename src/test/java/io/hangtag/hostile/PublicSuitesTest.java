package io.hangtag.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hangtag.error.ErrorCode;
import io.hangtag.testing.ChildJvm;
import io.hangtag.testing.SuiteCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pictures of public suites, where they were fetched: each ends in a tag or in a code, those of PngSuite in a tag. */
@Tag("images")
class PublicSuitesTest {
    private static final Path FOLDER = Path.of(".hangtag/suites");

    @Test
    void eachEndsInATagOrInACode() throws IOException, InterruptedException {
        assumeTrue(
                Files.isDirectory(FOLDER),
                "skipped: no public suites in " + FOLDER + "; docs/reliability.md says how they are fetched");
        List<String> codes = Arrays.stream(ErrorCode.values())
                .filter(code -> !code.isTransient())
                .map(ErrorCode::name)
                .toList();

        ChildJvm.Ended ended =
                new ChildJvm(HostileRun.class, HostileImagesTest.OPTIONS, FOLDER).run(Duration.ofMinutes(20));

        assertThat(ended.status()).as(ended.errors()).isZero();
        List<Ending> endings = ended.lines().stream()
                .filter(line -> !line.startsWith(HostileRun.PEAK))
                .map(Ending::of)
                .toList();
        new SuiteCounts("images")
                .with("publicFiles", endings.size())
                .with(
                        "ended",
                        endings.stream()
                                .map(Ending::actual)
                                .collect(Collectors.groupingBy(
                                        Function.identity(), TreeMap::new, Collectors.counting())))
                .close();
        assertThat(endings)
                .filteredOn(ending -> ending.file().startsWith(PublicSuites.PNG_SUITE))
                .allSatisfy(
                        ending -> assertThat(ending.actual()).as(ending.file()).isEqualTo(Ending.TAGGED));
        assertThat(endings)
                .filteredOn(ending -> !ending.isRight())
                .allSatisfy(
                        ending -> assertThat(ending.actual()).as(ending.file()).isIn(codes));
    }
}
