package io.hangtag.api.openapi;

import io.hangtag.api.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to the OpenAPI document what is the same for every operation, while the app is built. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class CommonDescriptions implements OASFilter {
    private static final String PROBLEM_SCHEMA = "#/components/schemas/Problem";

    /** Of parameters that several operations have. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("photoId", "hangtag-photos/uploads/linen shirt.jpg"),
            Map.entry("If-Match", "\"1\""),
            Map.entry("If-None-Match", "\"c0ffee-192\""),
            Map.entry("class", "mens-tshirt-solid"),
            Map.entry("group", "top"),
            Map.entry("garment", "T-shirt"),
            Map.entry("audience", "men"),
            Map.entry("pattern", "solid"),
            Map.entry("model", "clothing-73@0.2.0"),
            Map.entry("text", "shirt"),
            Map.entry("uploadedFrom", "2026-01-01T00:00:00Z"),
            Map.entry("uploadedTo", "2027-01-01T00:00:00Z"),
            Map.entry("cursor", "the cursor of the page before"));

    @Override
    public Parameter filterParameter(Parameter parameter) {
        // A reference has no name; what it refers to comes by itself.
        if (parameter.getName() != null && !isExplained(parameter)) {
            parameter.example(EXAMPLES.get(parameter.getName()));
        }
        return parameter;
    }

    private static boolean isExplained(Parameter parameter) {
        Schema schema = parameter.getSchema();
        return parameter.getExample() != null
                || parameter.getExamples() != null
                || schema != null && (schema.getExamples() != null || schema.getEnumeration() != null);
    }

    @Override
    public Operation filterOperation(Operation operation) {
        addIfAbsent(operation, "4XX", "The request is refused; the code says why");
        addIfAbsent(operation, "5XX", "The service, or a store behind it, cannot answer now; the code says which");
        if (operation.getResponses() != null) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "414",
                            OASFactory.createAPIResponse()
                                    .description("The address is longer than the HTTP server reads: no document"));
        }
        return operation;
    }

    private static void addIfAbsent(Operation operation, String status, String description) {
        if (operation.getResponses() != null && !operation.getResponses().hasAPIResponse(status)) {
            operation.getResponses().addAPIResponse(status, problem(description));
        }
    }

    private static APIResponse problem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM_SCHEMA))));
    }
}
