package io.hangtag.api.health;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** What a probe of a store says of its health. */
final class StoreResponse {
    private StoreResponse() {}

    static Uni<HealthCheckResponse> of(String store, String name, Uni<?> probe) {
        return probe.map(answer -> HealthCheckResponse.named(store)
                        .withData("name", name)
                        .up()
                        .build())
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.named(store)
                        .withData("name", name)
                        .withData("error", failure.getMessage())
                        .down()
                        .build());
    }
}
