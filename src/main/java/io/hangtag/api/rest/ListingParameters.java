package io.hangtag.api.rest;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Filters and order of the catalog, as every resource that lists it documents them; {@code META-INF/openapi.yaml} says what each
 * one is. They are read all together, and strictly: a name that is not among those of its resource is refused.
 */
public final class ListingParameters {
    @Parameter(name = "state", in = ParameterIn.QUERY, ref = "state")
    @RestQuery
    List<String> state;

    @Parameter(name = "class", in = ParameterIn.QUERY, ref = "class")
    @RestQuery("class")
    List<String> classId;

    @Parameter(name = "group", in = ParameterIn.QUERY, ref = "group")
    @RestQuery
    List<String> group;

    @Parameter(name = "garment", in = ParameterIn.QUERY, ref = "garment")
    @RestQuery
    List<String> garment;

    @Parameter(name = "audience", in = ParameterIn.QUERY, ref = "audience")
    @RestQuery
    List<String> audience;

    @Parameter(name = "pattern", in = ParameterIn.QUERY, ref = "pattern")
    @RestQuery
    List<String> pattern;

    @Parameter(name = "model", in = ParameterIn.QUERY, ref = "model")
    @RestQuery
    List<String> model;

    @Parameter(name = "minConfidence", in = ParameterIn.QUERY, ref = "minConfidence")
    @RestQuery
    String minConfidence;

    @Parameter(name = "maxConfidence", in = ParameterIn.QUERY, ref = "maxConfidence")
    @RestQuery
    String maxConfidence;

    @Parameter(name = "text", in = ParameterIn.QUERY, ref = "text")
    @RestQuery
    String text;

    @Parameter(name = "uploadedFrom", in = ParameterIn.QUERY, ref = "uploadedFrom")
    @RestQuery
    String uploadedFrom;

    @Parameter(name = "uploadedTo", in = ParameterIn.QUERY, ref = "uploadedTo")
    @RestQuery
    String uploadedTo;

    @Parameter(name = "sort", in = ParameterIn.QUERY, ref = "sort")
    @RestQuery
    String sort;

    @Context
    UriInfo uri;

    /** All parameters of the query, those of the resource itself among them. */
    Map<String, List<String>> given() {
        return uri.getQueryParameters();
    }
}
