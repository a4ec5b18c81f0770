package io.hangtag.api.rest;

import io.hangtag.api.service.ModelPackages;
import io.hangtag.api.view.ModelView;
import io.hangtag.api.view.ModelsView;
import io.hangtag.model.ModelVersion;
import io.hangtag.tagging.PhotoClassifier;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The models that this deployment has. */
@Path("/api/models")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "models", description = "What is served, and its figures")
public class ModelsResource {
    private final ModelPackages packages;
    private final ModelVersion serving;

    ModelsResource(ModelPackages packages, PhotoClassifier classifier) {
        this.packages = packages;
        this.serving = classifier.model();
    }

    /** All of them; the first time, files are read. */
    @GET
    @Blocking
    @Operation(operationId = "listModels", summary = "The model packages of this deployment, the one that serves first")
    @APIResponse(responseCode = "200", description = "The models")
    public ModelsView list() {
        return new ModelsView(packages.all().stream()
                .map(one -> ModelView.of(one, one.version().equals(serving)))
                .sorted(Comparator.comparing(ModelView::serving).reversed())
                .toList());
    }
}
