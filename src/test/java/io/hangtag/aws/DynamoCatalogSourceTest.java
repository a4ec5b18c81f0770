package io.hangtag.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.catalog.CatalogChange;
import io.hangtag.catalog.ShownAnswers;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.model.Taxonomy;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
import io.hangtag.tagging.Sequencer;
import io.hangtag.testing.CatalogSeed;
import io.hangtag.testing.DrawnCatalog;
import io.hangtag.testing.LocalAwsExtension;
import io.hangtag.testing.TestTaxonomies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Against a real DynamoDB protocol endpoint, on the table that the local build creates. */
class DynamoCatalogSourceTest {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    private static final String TABLE = "hangtag-catalog";
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Taxonomy TAXONOMY = TestTaxonomies.clothing();
    private static final ShownAnswers ANSWERS = new ShownAnswers(TAXONOMY);

    private final DynamoDbClient dynamoDb = AWS.clients().dynamodb();
    private final ItemCodec codec = new ItemCodec(Duration.ofDays(30));
    private final DynamoCatalogSource source = new DynamoCatalogSource(dynamoDb, TABLE, codec, ANSWERS);
    private final String bucket = "shop-" + UUID.randomUUID();
    private final DrawnCatalog drawn = new DrawnCatalog(bucket, TAXONOMY, 2);

    @Test
    void tellsOfEveryItemAllThatTheIndexNeeds() {
        List<CatalogItem> items = drawn.items(300).toList();
        new CatalogSeed(dynamoDb, TABLE).write(items.stream());

        List<CatalogChange> changes = source.changes(bucket, Optional.empty(), Stream::toList);

        assertThat(changes)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("answer.level")
                .containsExactlyInAnyOrderElementsOf(items.stream()
                        .map(item -> CatalogChange.of(item, item.taggedAt(), ANSWERS))
                        .toList());
    }

    @Test
    void tellsWhatWasCommittedSinceOldestFirst() {
        commit(drawn.item(0), NOON);
        commit(drawn.item(1), NOON.plusSeconds(2));
        commit(drawn.item(2), NOON.plusSeconds(1));

        assertThat(since(NOON.plusSeconds(1)))
                .extracting(CatalogChange::photoId)
                .containsExactly(drawn.item(2).photoId(), drawn.item(1).photoId());
        assertThat(since(NOON.plusSeconds(3))).isEmpty();
    }

    @Test
    void tellsOfRemovals() {
        CatalogItem item = drawn.item(0);
        commit(item, NOON);
        CatalogItem tombstone = new CatalogItem(
                item.photoId(),
                item.revision() + 1,
                Sequencer.of("FF"),
                PhotoState.REMOVED,
                null,
                null,
                null,
                NOON,
                null,
                List.of(),
                null,
                List.of());
        new CatalogSeed(dynamoDb, TABLE).write(Stream.of(tombstone));

        assertThat(since(NOON)).singleElement().satisfies(change -> {
            assertThat(change.state()).isEqualTo(PhotoState.REMOVED);
            assertThat(change.revision()).isEqualTo(item.revision() + 1);
        });
    }

    @Test
    void readsMoreItemsThanOneCallTakes() {
        List<CatalogItem> items = drawn.items(230).toList();
        new CatalogSeed(dynamoDb, TABLE).write(items.stream());

        Map<PhotoId, CatalogItem> read = source.items(
                Stream.concat(items.stream().map(CatalogItem::photoId), Stream.of(new PhotoId(bucket, "nobody")))
                        .toList());

        assertThat(read.values()).containsExactlyInAnyOrderElementsOf(items);
    }

    /** DynamoDB leaves for later what goes beyond 16 MB. */
    @Test
    void readsItemsThatTogetherAreLargerThanAnAnswer() {
        List<CatalogItem> items =
                drawn.items(60).map(item -> withNote(item, "a".repeat(380_000))).toList();
        new CatalogSeed(dynamoDb, TABLE).write(items.stream());

        Map<PhotoId, CatalogItem> read =
                source.items(items.stream().map(CatalogItem::photoId).toList());

        assertThat(read).hasSize(60);
    }

    @Test
    void readsNothingForNoIds() {
        assertThat(source.items(List.of())).isEmpty();
    }

    @Test
    void decodesItemsOfAReleaseThatWroteNeitherUploadNorChange() {
        CatalogItem item = drawn.item(0);
        Map<String, AttributeValue> old = new HashMap<>(codec.encode(item, NOON));
        old.keySet().removeAll(List.of("uploadedAt", "changedAt", "corrected"));
        dynamoDb.putItem(request -> request.tableName(TABLE).item(old));

        CatalogItem read = source.items(List.of(item.photoId())).get(item.photoId());

        assertThat(read.content().uploadedAt()).isNull();
        assertThat(read.decision()).isEqualTo(item.decision());
    }

    @Test
    void dateOfTaggingStandsInForAnUploadThatIsNotKnown() {
        CatalogItem item = drawn.item(0);
        Map<String, AttributeValue> old = new HashMap<>(codec.encode(item, NOON));
        old.remove("uploadedAt");
        dynamoDb.putItem(request -> request.tableName(TABLE).item(old));

        assertThat(since(NOON))
                .extracting(CatalogChange::uploadedAt)
                .containsExactly(item.taggedAt().truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void namesTheSettingWhereTheTableDoesNotExist() {
        DynamoCatalogSource elsewhere = new DynamoCatalogSource(dynamoDb, "no-such-table", codec, ANSWERS);

        assertThatThrownBy(() -> elsewhere.changes(bucket, Optional.empty(), Stream::toList))
                .isInstanceOfSatisfying(HangtagException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
                    assertThat(failure).hasMessageContaining("hangtag.catalog.table");
                });
    }

    private void commit(CatalogItem item, Instant at) {
        CatalogItem first = item.revision() == 1 ? item : withRevision(item, 1);
        DynamoCatalogStore store =
                new DynamoCatalogStore(dynamoDb, TABLE, codec, Clock.fixed(at, ZoneOffset.UTC), Runnable::run);
        assertThat(store.commit(first).await().indefinitely()).isTrue();
    }

    private List<CatalogChange> since(Instant instant) {
        return source.changes(bucket, Optional.of(instant), Stream::toList);
    }

    private static CatalogItem withRevision(CatalogItem item, long revision) {
        return copy(item, revision, item.notes());
    }

    private static CatalogItem withNote(CatalogItem item, String note) {
        return copy(item, item.revision(), List.of(note));
    }

    private static CatalogItem copy(CatalogItem item, long revision, List<String> notes) {
        return new CatalogItem(
                item.photoId(),
                revision,
                item.sequencer(),
                item.state(),
                item.content(),
                item.decision(),
                item.model(),
                item.taggedAt(),
                item.failure(),
                notes,
                item.human(),
                item.history());
    }
}
