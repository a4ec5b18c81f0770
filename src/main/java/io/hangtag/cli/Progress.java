package io.hangtag.cli;

/** How far a run is. */
interface Progress extends AutoCloseable {
    /** Counts one file, whose line is printed by that action. */
    void step(Runnable print);

    @Override
    void close();
}
