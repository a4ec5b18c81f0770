package io.hangtag.testing;

import io.hangtag.job.Job;
import io.hangtag.job.JobStore;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A table of jobs with the semantics of a conditional put on the revision. */
public final class InMemoryJobStore implements JobStore {
    private final Map<String, Job> jobs = new TreeMap<>();

    @Override
    public Uni<Optional<Job>> find(String jobId) {
        return Uni.createFrom().item(() -> Optional.ofNullable(jobs.get(jobId)));
    }

    @Override
    public Uni<Boolean> commit(Job job) {
        return Uni.createFrom().item(() -> {
            long stored = Optional.ofNullable(jobs.get(job.jobId()))
                    .map(Job::revision)
                    .orElse(0L);
            if (stored != job.revision() - 1) {
                return false;
            }
            jobs.put(job.jobId(), job);
            return true;
        });
    }

    @Override
    public Uni<List<Job>> newest(int limit) {
        return Uni.createFrom()
                .item(() -> jobs.values().stream()
                        .sorted(Comparator.comparing(Job::jobId).reversed())
                        .limit(limit)
                        .toList());
    }
}
