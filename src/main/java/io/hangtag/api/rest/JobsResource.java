package io.hangtag.api.rest;

import io.hangtag.api.problem.Problem;
import io.hangtag.api.service.JobService;
import io.hangtag.api.view.JobRequestView;
import io.hangtag.api.view.JobView;
import io.hangtag.api.view.JobsView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Backfill and re-tag. */
@Path("/api/jobs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "jobs", description = "Work over many photos, with its progress")
@APIResponse(
        responseCode = "4XX",
        description = "The request is refused; the code says why",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class JobsResource {
    private final JobService service;

    JobsResource(JobService service) {
        this.service = service;
    }

    /** Begins one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createJob",
            summary = "Tag again what another model answered (retag), or what was never processed (backfill)")
    @APIResponse(
            responseCode = "202",
            description = "The job, which is worked on from now on",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Uni<RestResponse<JobView>> create(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = JobRequestView.class),
                                            examples = {
                                                @ExampleObject(
                                                        name = "what an earlier release answered",
                                                        value = "{\"kind\":\"retag\",\"by\":\"anna\","
                                                                + "\"filter\":{\"model\":[\"clothing-73@0.1.0\"]}}"),
                                                @ExampleObject(
                                                        name = "what was never processed, gently",
                                                        value = "{\"kind\":\"backfill\",\"by\":\"anna\","
                                                                + "\"prefix\":\"uploads/2026/\",\"ratePerSecond\":5}")
                                            }))
                    JobRequestView request) {
        return service.create(request)
                .map(job -> RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, JobView.of(job))
                        .header(HttpHeaders.LOCATION, "/api/jobs/" + job.jobId())
                        .build());
    }

    /** All of them. */
    @GET
    @Operation(operationId = "listJobs", summary = "The hundred newest jobs, newest first")
    @APIResponse(responseCode = "200", description = "The jobs")
    public Uni<JobsView> list() {
        return service.newest()
                .map(jobs -> new JobsView(jobs.stream().map(JobView::of).toList()));
    }

    /** One of them. */
    @GET
    @Path("{jobId}")
    @Operation(operationId = "getJob", summary = "One job and its progress")
    @APIResponse(responseCode = "200", description = "The job")
    public Uni<JobView> get(@RestPath @Parameter(example = "20260301T120000Z-5a0c91be") String jobId) {
        return service.find(jobId).map(JobView::of);
    }

    /** Ends one. */
    @DELETE
    @Path("{jobId}")
    @Operation(operationId = "cancelJob", summary = "Cancel a job before its next step; what was tagged stays tagged")
    @APIResponse(responseCode = "200", description = "The job afterwards; one that has ended stays as it was")
    public Uni<JobView> cancel(@RestPath @Parameter(example = "20260301T120000Z-5a0c91be") String jobId) {
        return service.cancel(jobId).map(JobView::of);
    }
}
