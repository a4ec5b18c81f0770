package io.hangtag.api.rest;

import io.hangtag.api.view.ClassView;
import io.hangtag.api.view.TaxonomyView;
import io.hangtag.tagging.PhotoClassifier;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The classes that photos can be answered with. */
@Path("/api/classes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "classes", description = "What can be answered")
public class ClassesResource {
    private final PhotoClassifier classifier;

    ClassesResource(PhotoClassifier classifier) {
        this.classifier = classifier;
    }

    /** All of them, in the model's order. */
    @GET
    @Operation(operationId = "listClasses", summary = "The classes of the model that serves, in its order")
    public TaxonomyView list() {
        return new TaxonomyView(
                classifier.model().toString(),
                classifier.modelPackage().taxonomy().classes().stream()
                        .map(ClassView::of)
                        .toList());
    }
}
