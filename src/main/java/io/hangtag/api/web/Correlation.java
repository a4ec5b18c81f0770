package io.hangtag.api.web;

import io.hangtag.tagging.CorrelationId;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.MDC;

/** Gives each request an id, the caller's if they sent a good one: it stands in the log lines of the request and goes back. */
@ApplicationScoped
public class Correlation {
    static final String HEADER = "X-Correlation-Id";

    /** Before all that may log or refuse. */
    private static final int FIRST = 200;

    void register(@Observes Filters filters) {
        filters.register(this::add, FIRST);
    }

    private void add(RoutingContext context) {
        CorrelationId id = CorrelationId.of(context.request().getHeader(HEADER)).orElseGet(CorrelationId::random);
        MDC.put(CorrelationId.NAME, id.value());
        context.response().headers().set(HEADER, id.value());
        context.next();
    }

    /** The id of the request that is being worked on. */
    public CorrelationId current() {
        return CorrelationId.of((String) MDC.get(CorrelationId.NAME)).orElseGet(CorrelationId::random);
    }
}
