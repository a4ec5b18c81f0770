package io.hangtag.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.model.AnswerLevel;
import io.hangtag.model.Decision;
import io.hangtag.model.ModelVersion;
import io.hangtag.model.RankedClass;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.HumanLabel;
import io.hangtag.tagging.PhotoContent;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
import io.hangtag.tagging.Sequencer;
import io.hangtag.testing.LocalAwsExtension;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Against a real DynamoDB protocol endpoint, on the table that the local build creates. */
class DynamoCatalogStoreTest {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    private static final String TABLE = "hangtag-catalog";
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.120Z");
    private static final ModelVersion MODEL = new ModelVersion("clothing-73", "0.1.0");

    private final DynamoDbClient dynamoDb = AWS.clients().dynamodb();
    private final DynamoCatalogStore store = new DynamoCatalogStore(
            dynamoDb, TABLE, new ItemCodec(Duration.ofDays(30)), Clock.systemUTC(), Runnable::run);
    private final String bucket = "shop-" + UUID.randomUUID();

    @Test
    void readsWhatItWrote() {
        CatalogItem item = new CatalogItem(
                new PhotoId(bucket, "uploads/ä b+c.jpg"),
                1,
                Sequencer.of("A1"),
                PhotoState.TAGGED,
                new PhotoContent("\"e\"", "v1", "c0ffee", 4711, 600, 800, "image/jpeg", NOON.minusSeconds(7)),
                decision("saree", 0.123456789012345),
                MODEL,
                NOON,
                null,
                List.of("No room for the tags hangtag:model"),
                new HumanLabel("kurta-set", "ada", NOON, "it has trousers", "saree", "c0ffee"),
                List.of(new HumanLabel("dupatta", "bob", NOON, null, "saree", "0ld")));

        assertThat(await(store.commit(item))).isTrue();

        assertThat(await(store.find(item.photoId()))).contains(item);
    }

    @Test
    void readsAFailedItemAndATombstone() {
        CatalogItem failed = item("failed", 1, PhotoState.FAILED, null, NOON);
        CatalogItem tombstone = item("removed", 1, PhotoState.REMOVED, null, NOON);

        await(store.commit(failed));
        await(store.commit(tombstone));

        assertThat(await(store.find(failed.photoId()))).contains(failed);
        assertThat(await(store.find(tombstone.photoId()))).contains(tombstone);
        assertThat(await(store.find(new PhotoId(bucket, "nothing")))).isEmpty();
    }

    @Test
    void letsATombstoneExpireAndNothingElse() {
        CatalogItem tombstone = item("removed", 1, PhotoState.REMOVED, null, NOON);
        CatalogItem tagged = item("tagged", 1, PhotoState.TAGGED, decision("saree", 0.9), NOON);
        await(store.commit(tombstone));
        await(store.commit(tagged));

        assertThat(attributes(tombstone))
                .containsEntry(
                        "expiresAt",
                        AttributeValue.fromN("" + NOON.plus(Duration.ofDays(30)).getEpochSecond()));
        assertThat(attributes(tagged)).doesNotContainKey("expiresAt");
    }

    @Test
    void writesEachRevisionOnce() {
        CatalogItem first = item("a", 1, PhotoState.TAGGED, decision("saree", 0.9), NOON);
        CatalogItem second = item("a", 2, PhotoState.TAGGED, decision("dupatta", 0.9), NOON);
        CatalogItem rival = item("a", 2, PhotoState.NEEDS_REVIEW, decision("jumpsuit", 0.4), NOON);

        assertThat(await(store.commit(second))).as("nothing to follow").isFalse();
        assertThat(await(store.commit(first))).isTrue();
        assertThat(await(store.commit(second))).isTrue();
        assertThat(await(store.commit(first))).as("one that was overtaken").isFalse();
        assertThat(await(store.commit(rival))).as("another of that revision").isFalse();

        assertThat(await(store.find(first.photoId()))).contains(second);
    }

    @Test
    void takesAWriteWhoseAnswerWasLostForDone() {
        // given a write that took effect before the SDK made it once more
        CatalogItem item = item("lost", 1, PhotoState.TAGGED, decision("saree", 0.9), NOON);
        await(store.commit(item));

        assertThat(await(store.commit(item))).isTrue();
    }

    @Test
    void namesTheSettingWhereTheTableDoesNotExist() {
        DynamoCatalogStore elsewhere = new DynamoCatalogStore(
                dynamoDb, "no-such-table", new ItemCodec(Duration.ofDays(1)), Clock.systemUTC(), Runnable::run);

        HangtagException failure =
                catchThrowableOfType(HangtagException.class, () -> await(elsewhere.find(new PhotoId("shop", "a"))));

        assertThat(failure.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
        assertThat(failure).hasMessageContaining("hangtag.catalog.table");
    }

    private Map<String, AttributeValue> attributes(CatalogItem item) {
        return dynamoDb.getItem(request -> request.tableName(TABLE)
                        .key(Map.of(
                                "photoId", AttributeValue.fromS(item.photoId().toString()))))
                .item();
    }

    private CatalogItem item(String key, long revision, PhotoState state, Decision decision, Instant at) {
        boolean removed = state == PhotoState.REMOVED;
        return new CatalogItem(
                new PhotoId(bucket, key),
                revision,
                Sequencer.of("A" + revision),
                state,
                decision == null ? null : new PhotoContent("\"e\"", null, "c0ffee", 1, 2, 3, "image/png", null),
                decision,
                removed ? null : MODEL,
                at,
                state == PhotoState.FAILED ? new CatalogItem.Failure(ErrorCode.CORRUPT_IMAGE, "cut off") : null,
                List.of(),
                null,
                List.of());
    }

    private static Decision decision(String classId, double confidence) {
        return new Decision(
                true,
                AnswerLevel.CLASS,
                classId,
                "dress",
                "Saree",
                "women",
                null,
                confidence,
                List.of(new RankedClass(classId, confidence), new RankedClass("other", 1e-9)));
    }

    private static <T> T await(Uni<T> call) {
        return call.await().indefinitely();
    }
}
