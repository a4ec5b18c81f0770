package io.hangtag.api.service;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import io.hangtag.api.view.JobRequestView;
import io.hangtag.catalog.CatalogReader;
import io.hangtag.catalog.UnknownFacetValueException;
import io.hangtag.config.HangtagConfig;
import io.hangtag.error.HangtagException;
import io.hangtag.job.ItemFilters;
import io.hangtag.job.Job;
import io.hangtag.job.JobKind;
import io.hangtag.job.JobRequest;
import io.hangtag.job.JobRunner;
import io.hangtag.job.JobSteps;
import io.hangtag.job.Jobs;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes jobs, after a look at what they ask for. */
@ApplicationScoped
public class JobService {
    private static final int LONGEST_NAME = 100;
    private static final int LISTED = 100;

    private final Jobs jobs;
    private final JobSteps steps;
    private final ItemFilters filters;
    private final CatalogReader catalog;
    private final HangtagConfig.Photos photos;

    JobService(Jobs jobs, JobSteps steps, ItemFilters filters, CatalogReader catalog, HangtagConfig config) {
        this.jobs = jobs;
        this.steps = steps;
        this.filters = filters;
        this.catalog = catalog;
        this.photos = config.photos();
    }

    /** Stores a job and has it worked on. */
    public Uni<Job> create(JobRequestView asked) {
        JobRequest request = request(asked);
        return total(request)
                .flatMap(total -> jobs.create(request, total))
                .flatMap(job -> steps.begin(job)
                        .onFailure(HangtagException.class)
                        .call(failure -> jobs.fail(job.jobId(), failure))
                        .replaceWith(job));
    }

    /**
     * How many photos a job will see: of a re-tag what the catalog counts under its filter now. What a backfill takes is in no
     * catalog, and to list the bucket for a number takes as long as the job's own listing.
     */
    private Uni<Long> total(JobRequest request) {
        return switch (request.kind()) {
            case BACKFILL -> Uni.createFrom().nullItem();
            case RETAG ->
                catalog.counts(filters.catalogFilter(request.filter()))
                        .map(counts -> (long) counts.total())
                        // A value that no photo has, which a job may name: it takes none.
                        .onFailure(UnknownFacetValueException.class)
                        .recoverWithItem(0L);
        };
    }

    public Uni<List<Job>> newest() {
        return jobs.newest(LISTED);
    }

    /** One job; fails with {@code NO_SUCH_RESOURCE} where there is none. */
    public Uni<Job> find(String jobId) {
        return jobs.find(jobId).map(JobService::known);
    }

    /** Ends a job before its next step; one that has ended stays as it is. */
    public Uni<Job> cancel(String jobId) {
        return jobs.cancel(jobId).map(JobService::known);
    }

    private JobRequest request(JobRequestView asked) {
        if (asked == null || asked.kind() == null || asked.by() == null) {
            throw new RequestProblemException(
                    RequestProblem.MALFORMED_BODY, "A job has a kind, retag or backfill, and who asks for it, 'by'");
        }
        if (asked.by().isBlank()
                || asked.by().length() > LONGEST_NAME
                || asked.by().chars().anyMatch(Character::isISOControl)) {
            throw invalid("'by' is a name of 1 to " + LONGEST_NAME + " characters");
        }
        try {
            JobRequest request = switch (JobKind.ofWireName(asked.kind())) {
                case BACKFILL -> backfill(asked);
                case RETAG -> retag(asked);
            };
            return request.withRate(asked.ratePerSecond());
        } catch (IllegalArgumentException e) {
            throw invalid(e.getMessage());
        }
    }

    private JobRequest backfill(JobRequestView asked) {
        if (asked.filter() != null && !asked.filter().isEmpty()) {
            throw invalid("A backfill takes what the catalog does not know, so it has a 'prefix' and no 'filter'");
        }
        String prefix = Optional.ofNullable(asked.prefix()).orElse(photos.uploadPrefix());
        if (!prefix.startsWith(photos.uploadPrefix())) {
            throw invalid("Photos lie under " + photos.uploadPrefix() + ", and so does 'prefix'");
        }
        return JobRequest.backfill(photos.bucket(), prefix, asked.by(), JobRunner.SERVICE);
    }

    private JobRequest retag(JobRequestView asked) {
        if (asked.prefix() != null) {
            throw invalid("A re-tag takes what the catalog knows, so it has a 'filter' and no 'prefix'");
        }
        Map<String, List<String>> filter = new TreeMap<>();
        if (asked.filter() != null) {
            asked.filter().forEach((name, value) -> filter.put(name, texts(name, value)));
        }
        filters.read(filter);
        return JobRequest.retag(photos.bucket(), filter, asked.by(), JobRunner.SERVICE);
    }

    private static List<String> texts(String name, Object value) {
        Collection<?> values = value instanceof Collection<?> several ? several : List.of(value == null ? "" : value);
        if (!values.stream().allMatch(one -> one instanceof String || one instanceof Number)) {
            throw invalid("'" + name + "' is a text, a number or an array of those");
        }
        return values.stream().map(Object::toString).toList();
    }

    private static Job known(Optional<Job> found) {
        return found.orElseThrow(() -> new RequestProblemException(
                RequestProblem.NO_SUCH_RESOURCE, "There is no such job; one is forgotten 90 days after its end"));
    }

    private static RequestProblemException invalid(String detail) {
        return new RequestProblemException(RequestProblem.INVALID_PARAMETER, detail);
    }
}
