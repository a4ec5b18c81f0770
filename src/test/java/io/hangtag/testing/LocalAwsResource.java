package io.hangtag.testing;

import io.hangtag.local.LocalAws;
import io.hangtag.local.LocalClients;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The local endpoints for a {@code @QuarkusTest}, which is pointed at them by its settings:
 *
 * <pre>{@code
 * @QuarkusTest
 * @QuarkusTestResource(LocalAwsResource.class)
 * class SomeTest {
 *     LocalAws aws; // set by the resource: endpoints(), clients(), queue()
 * }
 * }</pre>
 *
 * <p>No pump runs: what the test puts into the bucket stays in the queue until the test hands it to a door.
 */
public final class LocalAwsResource implements QuarkusTestResourceLifecycleManager {
    private final LocalAwsExtension endpoints = new LocalAwsExtension();

    @Override
    public Map<String, String> start() {
        try {
            endpoints.start();
            return endpoints.endpoints().settings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(endpoints.aws(), new TestInjector.MatchesType(LocalAws.class));
        injector.injectIntoFields(endpoints.clients(), new TestInjector.MatchesType(LocalClients.class));
    }

    @Override
    public void stop() {
        try {
            endpoints.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
