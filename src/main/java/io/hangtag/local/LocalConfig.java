package io.hangtag.local;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** What {@code hangtag up} hands over to the app that it starts; absent everywhere else. */
@ConfigMapping(prefix = "hangtag.local")
public interface LocalConfig {
    /** When the endpoints started, see {@link LocalAws#startedAt()}. */
    Optional<Instant> startedAt();

    /** The page's address. */
    Optional<URI> page();

    /** A folder whose photos are uploaded at start. */
    Optional<Path> photos();

    /** The interpreter of the environment that has ministack. */
    Optional<Path> python();

    /** The folder of the project. */
    Optional<Path> home();
}
