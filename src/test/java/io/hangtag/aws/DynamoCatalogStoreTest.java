package io.hangtag.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.model.AnswerLevel;
import io.hangtag.model.Decision;
import io.hangtag.model.ModelVersion;
import io.hangtag.model.RankedClass;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.CatalogPage;
import io.hangtag.tagging.CatalogQuery;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
        assertThat(await(store.commit(first))).as("the same again").isFalse();
        assertThat(await(store.commit(second))).isTrue();
        assertThat(await(store.commit(rival))).as("another of that revision").isFalse();

        assertThat(await(store.find(first.photoId()))).contains(second);
    }

    @Test
    void listsABucketNewestFirstPageByPage() {
        for (int i = 0; i < 7; i++) {
            await(store.commit(item("p" + i, 1, PhotoState.TAGGED, decision("saree", 0.9), NOON.plusSeconds(i))));
        }
        await(store.commit(item("gone", 1, PhotoState.REMOVED, null, NOON.plusSeconds(99))));

        assertThat(keysPageByPage(query(Optional.empty(), Optional.empty(), 3)))
                .containsExactly("p6", "p5", "p4", "p3", "p2", "p1", "p0");
    }

    @Test
    void listsTheReviewQueueLeastCertainFirst() {
        await(store.commit(item("sure", 1, PhotoState.NEEDS_REVIEW, decision("saree", 0.71), NOON)));
        await(store.commit(item("unsure", 1, PhotoState.NEEDS_REVIEW, decision("saree", 0.12), NOON)));
        await(store.commit(item("tagged", 1, PhotoState.TAGGED, decision("saree", 0.01), NOON)));

        List<String> keys = keysPageByPage(query(Optional.of(PhotoState.NEEDS_REVIEW), Optional.empty(), 1));

        assertThat(keys).containsSubsequence("unsure", "sure").doesNotContain("tagged");
    }

    @Test
    void listsFailedPhotosByTheirState() {
        await(store.commit(item("broken", 1, PhotoState.FAILED, null, NOON)));

        assertThat(keysPageByPage(query(Optional.of(PhotoState.FAILED), Optional.empty(), 50)))
                .contains("broken");
    }

    @Test
    void findsAPhotoByThePersonsClassWhereOneIsInForce() {
        String named = "named-" + UUID.randomUUID();
        CatalogItem plain = item("corrected", 1, PhotoState.TAGGED, decision("saree", 0.9), NOON);
        HumanLabel human = new HumanLabel(named, "ada", NOON, null, "saree", "c0ffee");
        CatalogItem corrected = new CatalogItem(
                plain.photoId(),
                1,
                plain.sequencer(),
                plain.state(),
                plain.content(),
                plain.decision(),
                plain.model(),
                NOON,
                null,
                List.of(),
                human,
                List.of());
        await(store.commit(corrected));

        assertThat(keysPageByPage(query(Optional.empty(), Optional.of(named), 5)))
                .containsExactly("corrected");
    }

    @Test
    void fillsItsPagesWhereAFilterLeavesMostOut() {
        String classId = "class-" + UUID.randomUUID();
        for (int i = 0; i < 20; i++) {
            PhotoState state = i % 5 == 0 ? PhotoState.NEEDS_REVIEW : PhotoState.TAGGED;
            await(store.commit(item("p" + i, 1, state, decision(classId, 0.5), NOON.plusSeconds(i))));
        }

        assertThat(keysPageByPage(query(Optional.of(PhotoState.NEEDS_REVIEW), Optional.of(classId), 3)))
                .containsExactly("p15", "p10", "p5", "p0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "bm9uc2Vuc2U", "YnktYnVja2V0CnNob3AKMjAyNgpwaG90bw"})
    void refusesACursorThatIsNoneOfThisQuery(String cursor) {
        CatalogQuery query = new CatalogQuery(bucket, Optional.empty(), Optional.empty(), 5, Optional.of(cursor));

        assertThatThrownBy(() -> await(store.list(query))).isInstanceOf(IllegalArgumentException.class);
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

    private List<String> keysPageByPage(CatalogQuery query) {
        List<String> keys = new ArrayList<>();
        CatalogPage page = await(store.list(query));
        while (true) {
            assertThat(page.items()).hasSizeLessThanOrEqualTo(query.limit());
            page.items().stream()
                    .filter(item -> item.photoId().bucket().equals(bucket))
                    .forEach(item -> keys.add(item.photoId().key()));
            if (page.cursor().isEmpty()) {
                return keys;
            }
            page = await(
                    store.list(new CatalogQuery(bucket, query.state(), query.classId(), query.limit(), page.cursor())));
        }
    }

    private CatalogQuery query(Optional<PhotoState> state, Optional<String> classId, int limit) {
        return new CatalogQuery(bucket, state, classId, limit, Optional.empty());
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
