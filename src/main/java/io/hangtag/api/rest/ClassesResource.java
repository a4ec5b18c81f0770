package io.hangtag.api.rest;

import io.hangtag.api.service.PhotoCatalog;
import io.hangtag.api.view.ClassView;
import io.hangtag.api.view.TaxonomyView;
import io.hangtag.catalog.CatalogCounts;
import io.hangtag.catalog.CatalogCounts.FacetCount;
import io.hangtag.catalog.CatalogFilter;
import io.hangtag.catalog.Facet;
import io.hangtag.tagging.PhotoClassifier;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The classes that photos can be answered with. */
@Path("/api/classes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "classes", description = "What can be answered")
public class ClassesResource {
    private final PhotoClassifier classifier;
    private final PhotoCatalog catalog;

    ClassesResource(PhotoClassifier classifier, PhotoCatalog catalog) {
        this.classifier = classifier;
        this.catalog = catalog;
    }

    /** All of them, in the model's order, and how many photos each has. */
    @GET
    @Operation(
            operationId = "listClasses",
            summary = "The classes of the model that serves, in its order, and how many photos each has")
    public Uni<TaxonomyView> list() {
        return catalog.counts(CatalogFilter.ALL).map(this::view);
    }

    private TaxonomyView view(CatalogCounts counts) {
        Map<String, Integer> photos = counts.facets().get(Facet.CLASS).stream()
                .collect(Collectors.toMap(FacetCount::value, FacetCount::count));
        return new TaxonomyView(
                classifier.model().toString(),
                classifier.modelPackage().taxonomy().classes().stream()
                        .map(each -> ClassView.of(each, photos.getOrDefault(each.id(), 0)))
                        .toList(),
                counts.total());
    }
}
