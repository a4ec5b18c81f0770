package io.hangtag.api.metrics;

import io.hangtag.api.image.Thumbnails;
import io.hangtag.api.problem.Problem;
import io.hangtag.tagging.Classification;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Counts and times what the service does, for {@code /q/metrics}; requests are counted by Quarkus. The service says what
 * happened as events, and knows nothing of who listens.
 */
@Startup
@ApplicationScoped
public class ServiceMetrics {
    private final MeterRegistry registry;
    private final Timer decode;
    private final Timer inference;

    ServiceMetrics(MeterRegistry registry, Thumbnails thumbnails) {
        this.registry = registry;
        this.decode = timer("hangtag.decode", "Reading a photo and making the model's input");
        this.inference = timer("hangtag.inference", "Running the model on one photo");
        FunctionCounter.builder(
                        "hangtag.thumbnails",
                        thumbnails,
                        one -> one.statistics().hitCount())
                .description("Thumbnails that were asked for")
                .tag("cache", "hit")
                .register(registry);
        FunctionCounter.builder(
                        "hangtag.thumbnails",
                        thumbnails,
                        one -> one.statistics().missCount())
                .description("Thumbnails that were asked for")
                .tag("cache", "miss")
                .register(registry);
    }

    void classified(@Observes Classification answer) {
        decode.record(duration(answer.timings().decodeMillis()));
        inference.record(duration(answer.timings().inferenceMillis()));
        registry.counter("hangtag.classifications", "state", answer.state().wireName())
                .increment();
    }

    /** Problem codes are a closed set, so they cannot fill the registry. */
    void refused(@Observes Problem problem) {
        registry.counter("hangtag.problems", "code", problem.code()).increment();
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry);
    }

    private static Duration duration(double millis) {
        return Duration.ofNanos(Math.round(millis * 1e6));
    }
}
