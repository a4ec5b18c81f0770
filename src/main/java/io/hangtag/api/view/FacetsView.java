package io.hangtag.api.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hangtag.catalog.CatalogCounts;
import io.hangtag.catalog.CatalogCounts.FacetCount;
import io.hangtag.catalog.Facet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many photos there are of each kind: under each facet the filters of all the other facets hold. */
@Schema(
        description =
                "The values that photos have, the most frequent first. Under a facet the filters of all other facets hold,"
                        + " so that a count says what adding its value would bring.")
public record FacetsView(
        List<FacetCount> state,
        @JsonProperty("class") List<FacetCount> classId,
        List<FacetCount> group,
        List<FacetCount> garment,
        List<FacetCount> audience,
        List<FacetCount> pattern,
        List<FacetCount> model) {
    /** The view of counts. */
    public static FacetsView of(CatalogCounts counts) {
        return new FacetsView(
                counts.facets().get(Facet.STATE),
                counts.facets().get(Facet.CLASS),
                counts.facets().get(Facet.GROUP),
                counts.facets().get(Facet.GARMENT),
                counts.facets().get(Facet.AUDIENCE),
                counts.facets().get(Facet.PATTERN),
                counts.facets().get(Facet.MODEL));
    }
}
