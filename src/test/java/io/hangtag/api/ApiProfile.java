package io.hangtag.api;

import io.hangtag.testing.LocalAwsResource;
import io.hangtag.testing.TestClassifiers;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** The whole service on the local endpoints, with the model whose answers can be computed by hand. */
public class ApiProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "hangtag.model.directory", TestClassifiers.PACKAGES.toString(),
                "hangtag.model.name", "primary-colors",
                "hangtag.jobs.worker", "true",
                "hangtag.limits.bytes", "200000",
                "quarkus.http.limits.max-body-size", "300K",
                "quarkus.http.test-port", "0");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(LocalAwsResource.class));
    }
}
