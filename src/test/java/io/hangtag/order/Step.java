package io.hangtag.order;

import java.util.Locale;

/**
 * One thing that happens in a scenario. Numbers choose among what there is at that time, so that any part of a scenario is a
 * scenario too.
 *
 * @param kind what happens
 * @param a which, from 0
 * @param b which or how much, from 0
 */
record Step(Kind kind, int a, int b) {
    /** What can happen. */
    enum Kind {
        /** A merchant uploads picture {@code a} with settings {@code b}. */
        PUT,
        /** The same in parts, so that the entity tag is no digest. */
        UPLOAD,
        DELETE,
        /** In a bucket with versions the newest one is deleted for good. */
        DELETE_VERSION,
        /** A merchant changes their tags to those of settings {@code a}. */
        RETAG,
        /** Event {@code a} is delivered, be it for the first time or again. */
        DELIVER,
        /** A listing finds the photo, as a backfill and a job of S3 Batch Operations do. */
        LIST,
        /** A person who sees the item calls it class {@code a}. */
        NAME,
        /** A person takes the correction in force back. */
        UNNAME,
        /** Model {@code a} serves from now on. */
        DEPLOY,
        /** Task {@code a} makes its next {@code b + 1} calls. */
        GO,
        /** Task {@code a} runs to its end. */
        FINISH,
        /** Task {@code a} dies before its next call. */
        CRASH,
        /** The next call of task {@code a} takes effect, but its answer is lost and the SDK makes it again. */
        LOSE
    }

    /** This step with another {@code b}, at least 0. */
    Step more(int by) {
        return new Step(kind, a, Math.max(0, b + by));
    }

    /** Reads what {@link #toString} wrote. */
    static Step parse(String text) {
        String[] parts = text.split("[:,]");
        return new Step(
                Kind.valueOf(parts[0].toUpperCase(Locale.ROOT).replace('-', '_')),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]));
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ":" + a + "," + b;
    }
}
