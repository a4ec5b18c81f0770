package io.hangtag.catalog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings the index up to date with the source: all of it the first time, then what was committed since the refresh before.
 * Each reads back over the end of the one before, since commits become visible late and their times are those of other
 * clocks. To be called by one thread at a time.
 */
final class IndexRefresh {
    /** How long a commit takes to be seen, as a rule, with what function's clocks differ by. */
    static final Duration OVERLAP = Duration.ofSeconds(15);

    /** The most that is provided for: a write that was tried again until its timeout, an index that lags. */
    static final Duration LONG_OVERLAP = Duration.ofMinutes(5);

    /** How often to read back that far. */
    static final Duration LONG_INTERVAL = Duration.ofMinutes(1);

    private final String bucket;
    private final CatalogSource source;
    private final CatalogIndex index;
    private final Clock clock;
    private Instant last;
    private Instant lastLong;

    IndexRefresh(String bucket, CatalogSource source, CatalogIndex index, Clock clock) {
        this.bucket = bucket;
        this.source = source;
        this.index = index;
        this.clock = clock;
    }

    /** The photos as they are then; a refresh that fails changes nothing. */
    CatalogSnapshot run() {
        Instant start = clock.instant();
        boolean far = lastLong == null || !start.isBefore(lastLong.plus(LONG_INTERVAL));
        source.changes(bucket, since(far), index::apply);
        last = start;
        lastLong = far ? start : lastLong;
        return index.snapshot();
    }

    private Optional<Instant> since(boolean far) {
        if (last == null) {
            return Optional.empty();
        }
        if (!far) {
            return Optional.of(last.minus(OVERLAP));
        }
        // From the commits' own clocks where ours is ahead of them.
        Instant reached = index.newest().filter(last::isAfter).orElse(last);
        return Optional.of(reached.minus(LONG_OVERLAP));
    }
}
