package io.hangtag.api.health;

import io.hangtag.catalog.CatalogFilter;
import io.hangtag.catalog.CatalogReader;
import io.hangtag.config.HangtagConfig;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Up once the index in memory is filled, and while the catalog table tells of its changes. */
@Readiness
@ApplicationScoped
class TableReadiness implements AsyncHealthCheck {
    private final CatalogReader catalog;
    private final String table;

    TableReadiness(CatalogReader catalog, HangtagConfig config) {
        this.catalog = catalog;
        this.table = config.catalog().table();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return StoreResponse.of("table", table, catalog.counts(CatalogFilter.ALL));
    }
}
