package io.hangtag.wiring;

import io.hangtag.config.HangtagConfig;
import io.hangtag.job.JobWorker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/** Starts the worker with the app, and stops it while the stores still work. */
@Singleton
class JobWorkerStart {
    private final boolean works;
    private final Instance<JobWorker> worker;

    JobWorkerStart(HangtagConfig config, Instance<JobWorker> worker) {
        this.works = config.jobs().worker();
        this.worker = worker;
    }

    void start(@Observes StartupEvent event) {
        if (works) {
            worker.get().resume();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (works) {
            worker.get().close();
        }
    }
}
