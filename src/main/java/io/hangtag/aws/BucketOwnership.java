package io.hangtag.aws;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;

/**
 * Tells the buckets that have access control lists disabled (Object Ownership is {@code BucketOwnerEnforced}), in which no
 * object has a grant beside its owner's: S3 answers {@code GetObjectAcl} with just that one then, and refuses a copy that names
 * others ("Controlling ownership of objects and disabling ACLs for your bucket", Amazon S3 User Guide). Safe from several
 * threads.
 */
final class BucketOwnership {
    /**
     * How long an answer is kept. Somebody who enables the lists again has to wait before S3 itself acts by that: settings of
     * buckets are eventually consistent ("Amazon S3 data consistency model", Amazon S3 User Guide), and where the guide names a
     * time, with versioning, it is 15 minutes. By the wall clock, since a function that Lambda freezes has to notice the time
     * that went by.
     */
    static final Duration KEPT = Duration.ofMinutes(1);

    private final S3Client s3;
    private final InstantSource clock;
    private final BlockingCalls calls;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    BucketOwnership(S3Client s3, InstantSource clock, BlockingCalls calls) {
        this.s3 = s3;
        this.clock = clock;
        this.calls = calls;
    }

    /**
     * An answer, be it under way.
     *
     * @param since when it was asked for
     */
    private record Answer(Instant since, Uni<Boolean> enforced) {
        /** Also not if the clock was set back. */
        boolean isKept(Instant now) {
            return !now.isBefore(since) && now.isBefore(since.plus(KEPT));
        }
    }

    /**
     * Whether lists are disabled for sure. What S3 answers instead, that there are no controls, that they may not be read or
     * that it does not know the call, is a no; fails with what the SDK throws only where nothing answers.
     */
    Uni<Boolean> isEnforced(String bucket) {
        Answer answer = answers.compute(
                bucket, (name, last) -> last != null && last.isKept(clock.instant()) ? last : asked(name));
        return answer.enforced().onFailure().invoke(failure -> answers.remove(bucket, answer));
    }

    private Answer asked(String bucket) {
        return new Answer(
                clock.instant(), calls.make(() -> ask(bucket)).memoize().indefinitely());
    }

    private boolean ask(String bucket) {
        try {
            return s3.getBucketOwnershipControls(request -> request.bucket(bucket)).ownershipControls().rules().stream()
                    .anyMatch(rule -> rule.objectOwnership() == ObjectOwnership.BUCKET_OWNER_ENFORCED);
        } catch (AwsServiceException refused) {
            return false;
        }
    }
}
