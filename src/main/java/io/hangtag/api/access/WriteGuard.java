package io.hangtag.api.access;

import io.hangtag.api.rest.ClassifyResource;
import io.hangtag.config.HangtagConfig;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Asks of every request that may change something whether it may. What is not known to store nothing counts as a write, so
 * that a new resource is guarded from its first day.
 */
public final class WriteGuard {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<Class<?>> STORE_NOTHING = Set.of(ClassifyResource.class);

    private final HangtagConfig.Access access;
    private final BearerToken token;
    private final SameOrigin sameOrigin = new SameOrigin();

    WriteGuard(HangtagConfig config) {
        this.access = config.api().access();
        this.token = new BearerToken(config.api().writeToken());
    }

    /** Refuses with {@code UNAUTHENTICATED} or {@code CROSS_SITE_REQUEST} before the body is read. */
    @ServerRequestFilter
    public void check(ContainerRequestContext request, SimpleResourceInfo resource) {
        boolean write =
                !SAFE_METHODS.contains(request.getMethod()) && !STORE_NOTHING.contains(resource.getResourceClass());
        switch (access) {
            case TOKEN -> {
                if (write) {
                    token.check(request.getHeaderString("Authorization"));
                }
            }
            case GATEWAY -> {
                // Whoever set this has put one in front.
            }
            case OPEN ->
                sameOrigin.check(
                        request.getHeaderString("Host"),
                        request.getHeaderString("Sec-Fetch-Site"),
                        request.getHeaderString("Origin"),
                        write);
        }
    }
}
