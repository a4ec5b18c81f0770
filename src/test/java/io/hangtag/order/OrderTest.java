package io.hangtag.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.testing.SuiteCounts;
import io.hangtag.testing.SuiteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Whatever is repeated, reordered, overtaken or cut off between two calls: once all has come to rest, object and item tell of the
 * last content, and nobody's own words are lost. A failure prints the least scenario that fails; it belongs into the file of
 * those that failed once.
 */
@Tag("order")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OrderTest {
    private static final Path FAILED_ONCE = Path.of("src/test/resources/io/hangtag/order/failed-once.txt");
    private static final int SHORT = 1_500;
    private static final int LONG = 100_000;
    private static final Logger TAGGING = Logger.getLogger("io.hangtag.tagging");

    private static final ExecutorService THREADS = StepScheduler.threads();
    private static final ScenarioTally TALLY = new ScenarioTally();
    private static Models models;

    @BeforeAll
    static void start() {
        // A line for every commit.
        TAGGING.setLevel(Level.WARNING);
        models = new Models();
    }

    @AfterAll
    static void stop() {
        TAGGING.setLevel(null);
        models.close();
        THREADS.shutdown();
    }

    @Test
    @Order(1)
    void scenariosThatFailedOnceHold() throws IOException {
        List<String> lines = Files.readAllLines(FAILED_ONCE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();

        // And what is near them, or a change of how many calls something takes would move them out of the way.
        assertThat(lines).isNotEmpty().allSatisfy(line -> {
            Scenario scenario = Scenario.parse(line);
            assertThat(Stream.concat(Stream.of(scenario), scenario.near()))
                    .allSatisfy(near ->
                            assertThat(failure(near)).as(near.toString()).isEmpty());
        });
    }

    @Test
    @Order(2)
    void objectAndItemTellOfTheLastContentWhateverHappens() {
        // given
        ScenarioGenerator generator = new ScenarioGenerator();
        long first = Long.getLong("hangtag.order.seed", 1);
        int cases = SuiteSize.current().of(SHORT, LONG);

        // when
        for (long seed = first; seed < first + cases; seed++) {
            Scenario scenario = generator.scenario(seed);
            if (failure(scenario).isPresent()) {
                Scenario least = new ScenarioShrinker(s -> failure(s).isPresent()).shrink(scenario);
                Throwable failure = failure(least).orElseThrow();
                throw new AssertionError(
                        "Seed %d fails; the least that does: %s: %s".formatted(seed, least, failure.getMessage()),
                        failure);
            }
        }

        // then
        new SuiteCounts("order")
                .with("cases", TALLY.scenarios())
                .with("deliveries", TALLY.deliveries())
                .with("steps", TALLY.steps())
                .with("losses", 0)
                .with("duplicates", 0)
                .close();
    }

    private static Optional<Throwable> failure(Scenario scenario) {
        TALLY.scenario();
        try (ScenarioRun run = new ScenarioRun(scenario, models, THREADS, TALLY)) {
            run.play();
            return Optional.empty();
        } catch (AssertionError | RuntimeException e) {
            return Optional.of(e);
        }
    }
}
