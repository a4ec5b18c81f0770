package io.hangtag.lambda;

import io.hangtag.config.HangtagConfig;
import io.hangtag.tagging.CatalogStore;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoStore;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.crac.Core;
import org.jboss.logging.Logger;

/** Starts a function, or ends its process: Lambda then reports a failed init under one line of ours. */
@Singleton
@IfBuildProfile("function")
class FunctionStart {
    private static final Logger LOG = Logger.getLogger(FunctionStart.class);
    private static final int BEFORE_ALL_BEANS_THAT_START_BY_THEMSELVES = 1;

    private final StartChecks checks;
    private final Instance<SnapshotPriming> priming;

    FunctionStart(
            HangtagConfig config,
            Instance<PhotoClassifier> classifier,
            Instance<CatalogStore> catalog,
            Instance<PhotoStore> photos,
            Instance<SnapshotPriming> priming) {
        HangtagConfig.Photos bucket = config.photos();
        this.checks = new StartChecks(
                classifier::get,
                catalog::get,
                photos::get,
                config.catalog().table(),
                new PhotoId(bucket.bucket(), bucket.uploadPrefix() + ".start"));
        this.priming = priming;
    }

    void start(@Observes @Priority(BEFORE_ALL_BEANS_THAT_START_BY_THEMSELVES) StartupEvent event) {
        checks.fault().ifPresent(FunctionStart::fail);
        Core.getGlobalContext().register(priming.get());
    }

    private static void fail(String fault) {
        LOG.fatalf("The function cannot start: %s", fault);
        // An exception would be logged with every trace between here and Lambda;
        // an exit would wait for this start to end.
        Runtime.getRuntime().halt(1);
    }
}
