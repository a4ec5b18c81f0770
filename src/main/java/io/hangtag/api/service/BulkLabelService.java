package io.hangtag.api.service;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import io.hangtag.api.view.BulkLabelRequest;
import io.hangtag.tagging.PhotoClassifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Takes several corrections at once: what is wrong with one costs the others nothing. */
@ApplicationScoped
public class BulkLabelService {
    /** Each is a handful of calls to the stores, one after the other; a hundred have to be done within a request's time. */
    private static final int AT_ONCE = 8;

    private final NamingRules rules;

    BulkLabelService(PhotoClassifier classifier) {
        this.rules = new NamingRules(classifier.modelPackage().taxonomy());
    }

    /**
     * Has each label done, a few at a time.
     *
     * @param label does one; its failures are the caller's to put into results
     * @return the results in the order of the labels
     */
    public <R> Uni<List<R>> each(BulkLabelRequest request, Function<BulkLabelRequest.Label, Uni<R>> label) {
        check(request);
        List<Uni<R>> results = request.labels().stream()
                .map(one -> Uni.createFrom().deferred(() -> label.apply(one)))
                .toList();
        return Uni.join().all(results).usingConcurrencyOf(AT_ONCE).andFailFast();
    }

    private void check(BulkLabelRequest request) {
        if (request == null || request.labels() == null || request.labels().contains(null)) {
            throw new RequestProblemException(
                    RequestProblem.MALFORMED_BODY, "Corrections have who says them, 'by', and a list of 'labels'");
        }
        rules.checkAuthor(request.by(), request.why());
        int count = request.labels().size();
        if (count < 1 || count > BulkLabelRequest.MAXIMUM) {
            throw invalid("'labels' are 1 to %d, not %d".formatted(BulkLabelRequest.MAXIMUM, count));
        }
        Set<String> seen = new HashSet<>();
        for (BulkLabelRequest.Label label : request.labels()) {
            if (!seen.add(label.photoId())) {
                throw invalid("The photo '%s' is in the list twice; say one thing of it".formatted(label.photoId()));
            }
        }
    }

    private static RequestProblemException invalid(String detail) {
        return new RequestProblemException(RequestProblem.INVALID_PARAMETER, detail);
    }
}
