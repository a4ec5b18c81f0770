package io.hangtag.lambda;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Keeps what some classes log below a warning out of the log while something is done. */
final class Silence {
    private final List<Logger> loggers;

    Silence(Class<?>... logging) {
        this.loggers =
                Stream.of(logging).map(Class::getName).map(Logger::getLogger).toList();
    }

    int during(IntSupplier work) {
        List<Loudness> before = loggers.stream()
                .map(logger -> new Loudness(logger, logger.getLevel()))
                .toList();
        loggers.forEach(logger -> logger.setLevel(Level.WARNING));
        try {
            return work.getAsInt();
        } finally {
            before.forEach(Loudness::restore);
        }
    }

    /** @param level {@code null} where it is that of the parent */
    private record Loudness(Logger logger, Level level) {
        void restore() {
            logger.setLevel(level);
        }
    }
}
