package io.hangtag.cli;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Starts the Quarkus app with settings of this run, and answers its exit status. */
final class Launch {
    private final Map<String, String> settings;

    Launch(Map<String, String> settings) {
        this.settings = settings;
    }

    int run(Class<? extends QuarkusApplication> application, String... arguments) {
        quiet();
        settings.forEach(System::setProperty);
        AtomicInteger status = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Quarkus.run(
                application,
                (code, thrown) -> {
                    status.set(code);
                    failure.set(thrown);
                },
                arguments);
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        return status.get();
    }

    /** Standard output is for results. */
    private static void quiet() {
        System.setProperty("quarkus.log.console.stderr", "true");
        if (System.getProperty("quarkus.log.level") == null) {
            System.setProperty("quarkus.log.level", "WARN");
        }
    }
}
