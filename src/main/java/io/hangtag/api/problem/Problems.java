package io.hangtag.api.problem;

import io.hangtag.error.HangtagException;
import org.jboss.logging.Logger;

/** Words failures as problem documents, and logs those that are the service's own fault. Stateless. */
public final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final PhotoProblem photoProblem = new PhotoProblem();

    /**
     * The document of a failure.
     *
     * @param instance path of the request
     */
    public Problem of(Throwable failure, String instance) {
        if (failure instanceof RequestProblemException refused) {
            return Problem.of(refused.problem(), refused.getMessage(), instance);
        }
        if (failure instanceof HangtagException coded) {
            Problem problem = photoProblem.of(coded, instance);
            if (problem.status() >= 500) {
                LOG.warnf(coded, "%s ended in %s", instance, coded.code());
            }
            return problem;
        }
        LOG.errorf(failure, "%s failed", instance);
        return Problem.of(
                RequestProblem.INTERNAL_ERROR, "The cause is in the service's log; trying again may help", instance);
    }
}
