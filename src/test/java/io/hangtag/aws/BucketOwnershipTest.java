package io.hangtag.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.testing.LocalAwsExtension;
import io.hangtag.testing.MutableClock;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.S3Exception;

class BucketOwnershipTest {
    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-25T10:00:00Z"));

    /** Against a real S3 protocol endpoint. */
    @Nested
    class OfABucket {
        @RegisterExtension
        static final LocalAwsExtension AWS = new LocalAwsExtension();

        private final S3Client s3 = AWS.clients().s3();
        private final String bucket = "shop-" + UUID.randomUUID();
        private final BucketOwnership ownership = new BucketOwnership(s3, clock, new BlockingCalls(Runnable::run));

        @ParameterizedTest
        @EnumSource(value = ObjectOwnership.class, names = "UNKNOWN_TO_SDK_VERSION", mode = EnumSource.Mode.EXCLUDE)
        void isEnforcedWhereTheBucketSaysSo(ObjectOwnership setting) {
            s3.createBucket(request -> request.bucket(bucket).objectOwnership(setting));

            assertThat(isEnforced(ownership, bucket)).isEqualTo(setting == ObjectOwnership.BUCKET_OWNER_ENFORCED);
        }

        @Test
        void isEnforcedInANewBucketByDefault() {
            s3.createBucket(request -> request.bucket(bucket));

            assertThat(isEnforced(ownership, bucket)).isTrue();
        }

        @Test
        void isNotEnforcedWhereThereAreNoControls() {
            s3.createBucket(request -> request.bucket(bucket));
            s3.deleteBucketOwnershipControls(request -> request.bucket(bucket));

            assertThat(isEnforced(ownership, bucket)).isFalse();
        }

        @Test
        void isNotEnforcedWhereThereIsNoBucket() {
            assertThat(isEnforced(ownership, bucket)).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 500, 501, 503})
    void aRefusalOfWhateverKindIsANo(int status) {
        Answers s3 = new Answers()
                .thenFailure(
                        S3Exception.builder().statusCode(status).message("no").build());

        assertThat(isEnforced(new BucketOwnership(s3, clock, new BlockingCalls(Runnable::run)), "shop"))
                .isFalse();
    }

    @Test
    void anAnswerIsKeptForAMinuteAndThenAskedForAgain() {
        // given a bucket whose lists are enabled after the first answer
        Answers s3 = new Answers().then(ObjectOwnership.BUCKET_OWNER_ENFORCED).then(ObjectOwnership.OBJECT_WRITER);
        BucketOwnership ownership = new BucketOwnership(s3, clock, new BlockingCalls(Runnable::run));

        assertThat(isEnforced(ownership, "shop")).isTrue();
        clock.advance(BucketOwnership.KEPT.minusMillis(1));
        assertThat(isEnforced(ownership, "shop")).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(isEnforced(ownership, "shop")).isFalse();

        assertThat(s3.asked()).isEqualTo(2);
    }

    @Test
    void anAnswerOfTheFutureIsNotKept() {
        // given a clock that is set back
        Answers s3 = new Answers().then(ObjectOwnership.BUCKET_OWNER_ENFORCED).then(ObjectOwnership.OBJECT_WRITER);
        BucketOwnership ownership = new BucketOwnership(s3, clock, new BlockingCalls(Runnable::run));
        isEnforced(ownership, "shop");

        clock.advance(Duration.ofHours(-1));

        assertThat(isEnforced(ownership, "shop")).isFalse();
    }

    @Test
    void eachBucketIsAskedAboutByItself() {
        Answers s3 = new Answers().then(ObjectOwnership.BUCKET_OWNER_ENFORCED).then(ObjectOwnership.OBJECT_WRITER);
        BucketOwnership ownership = new BucketOwnership(s3, clock, new BlockingCalls(Runnable::run));

        assertThat(isEnforced(ownership, "one")).isTrue();
        assertThat(isEnforced(ownership, "other")).isFalse();
        assertThat(isEnforced(ownership, "one")).isTrue();
    }

    @Test
    void whoComesWhileItIsAskedWaitsForThatAnswer() {
        // given a call that is made later
        Deque<Runnable> later = new ArrayDeque<>();
        Executor executor = later::add;
        Answers s3 = new Answers().then(ObjectOwnership.BUCKET_OWNER_ENFORCED);
        BucketOwnership ownership = new BucketOwnership(s3, clock, new BlockingCalls(executor));

        // when
        List<CompletableFuture<Boolean>> askers = Stream.generate(() -> ownership.isEnforced("shop"))
                .limit(5)
                .map(Uni::subscribeAsCompletionStage)
                .toList();

        // then
        assertThat(askers).allMatch(asker -> !asker.isDone());
        assertThat(later).hasSize(1);
        later.remove().run();
        assertThat(askers).allMatch(CompletableFuture::join);
        assertThat(s3.asked()).isEqualTo(1);
    }

    @Test
    void noAnswerAtAllIsAFailureAndIsNotKept() {
        Answers s3 = new Answers()
                .thenFailure(SdkClientException.create("nobody there"))
                .then(ObjectOwnership.BUCKET_OWNER_ENFORCED);
        BucketOwnership ownership = new BucketOwnership(s3, clock, new BlockingCalls(Runnable::run));

        assertThatThrownBy(() -> isEnforced(ownership, "shop"))
                .isInstanceOf(SdkClientException.class)
                .hasMessageContaining("nobody there");
        assertThat(isEnforced(ownership, "shop")).isTrue();
    }

    private static boolean isEnforced(BucketOwnership ownership, String bucket) {
        return ownership.isEnforced(bucket).await().indefinitely();
    }

    /** An S3 that gives one answer after the other. */
    private static final class Answers implements S3Client {
        private final Deque<Supplier<GetBucketOwnershipControlsResponse>> left = new ArrayDeque<>();
        private int asked;

        private Answers then(Supplier<GetBucketOwnershipControlsResponse> answer) {
            left.add(answer);
            return this;
        }

        Answers then(ObjectOwnership setting) {
            OwnershipControlsRule rule =
                    OwnershipControlsRule.builder().objectOwnership(setting).build();
            return then(() -> GetBucketOwnershipControlsResponse.builder()
                    .ownershipControls(controls -> controls.rules(rule))
                    .build());
        }

        Answers thenFailure(RuntimeException failure) {
            return then(() -> {
                throw failure;
            });
        }

        int asked() {
            return asked;
        }

        @Override
        public GetBucketOwnershipControlsResponse getBucketOwnershipControls(
                GetBucketOwnershipControlsRequest request) {
            asked++;
            return left.remove().get();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
