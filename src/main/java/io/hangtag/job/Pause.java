package io.hangtag.job;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {
    /** Waits for so long; ends early with an exception if the thread is to stop. */
    void sleep(Duration duration) throws InterruptedException;
}
