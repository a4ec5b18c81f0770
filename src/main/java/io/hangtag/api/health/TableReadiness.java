package io.hangtag.api.health;

import io.hangtag.config.HangtagConfig;
import io.hangtag.tagging.CatalogQuery;
import io.hangtag.tagging.CatalogStore;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up while the catalog table and its main index answer. */
@Readiness
@ApplicationScoped
class TableReadiness implements AsyncHealthCheck {
    private final CatalogStore catalog;
    private final String table;
    private final CatalogQuery probe;

    TableReadiness(CatalogStore catalog, HangtagConfig config) {
        this.catalog = catalog;
        this.table = config.catalog().table();
        this.probe =
                new CatalogQuery(config.photos().bucket(), Optional.empty(), Optional.empty(), 1, Optional.empty());
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return StoreResponse.of("table", table, catalog.list(probe));
    }
}
