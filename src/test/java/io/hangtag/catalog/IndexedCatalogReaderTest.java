package io.hangtag.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.model.Taxonomy;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
import io.hangtag.tagging.Sequencer;
import io.hangtag.testing.DrawnCatalog;
import io.hangtag.testing.InMemoryCatalogSource;
import io.hangtag.testing.TestTaxonomies;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexedCatalogReaderTest {
    private static final Taxonomy TAXONOMY = TestTaxonomies.clothing();
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final ExecutorService executor = Executors.newFixedThreadPool(4);
    private final InMemoryCatalogSource source = new InMemoryCatalogSource(new ShownAnswers(TAXONOMY));
    private final DrawnCatalog drawn = new DrawnCatalog("shop", TAXONOMY, 1);
    private final SettableClock clock = new SettableClock();
    private final IndexedCatalogReader reader = new IndexedCatalogReader("shop", source, TAXONOMY, clock, executor);

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void readsTheItemsOfItsPageAndNoOthers() {
        commit(500);

        CatalogPage page = list(CatalogFilter.ALL.with(Facet.STATE, Set.of("tagged")), 50, Optional.empty());

        assertThat(page.items()).hasSize(50).allMatch(item -> item.state() == PhotoState.TAGGED);
        assertThat(source.reads()).containsExactly(50);
    }

    @Test
    void readsOfTheIndexWhatHasChangedSince() {
        commit(500);
        list(CatalogFilter.ALL, 10, Optional.empty());
        clock.pass(Duration.ofSeconds(40));
        source.commit(drawn.item(500), clock.instant());
        clock.pass(Duration.ofSeconds(1));

        CatalogPage page = list(CatalogFilter.ALL, 10, Optional.empty());

        assertThat(page.counts().orElseThrow().total()).isEqualTo(501);
        assertThat(page.items().get(0)).isEqualTo(drawn.item(500));
        assertThat(source.told()).containsExactly(500, 1);
    }

    @Test
    void countsOnAFirstPageOnly() {
        commit(30);

        CatalogPage first = list(CatalogFilter.ALL, 20, Optional.empty());
        CatalogPage second = list(CatalogFilter.ALL, 20, first.cursor());

        assertThat(first.counts()).isPresent();
        assertThat(second.counts()).isEmpty();
        assertThat(second.items()).hasSize(10);
        assertThat(second.cursor()).isEmpty();
    }

    @Test
    void endsWithAPageThatIsFullExactly() {
        commit(40);

        CatalogPage first = list(CatalogFilter.ALL, 20, Optional.empty());
        CatalogPage second = list(CatalogFilter.ALL, 20, first.cursor());

        assertThat(second.items()).hasSize(20);
        assertThat(second.cursor()).isEmpty();
    }

    @Test
    void goesOnFromAnotherInstancesCursor() {
        commit(60);
        IndexedCatalogReader other = new IndexedCatalogReader("shop", source, TAXONOMY, clock, executor);

        CatalogPage first = list(CatalogFilter.ALL, 20, Optional.empty());
        CatalogPage second =
                await(other.list(new CatalogQuery(CatalogFilter.ALL, CatalogSort.NEWEST, 20, first.cursor())));

        assertThat(second.items()).containsExactlyElementsOf(newestFirst(60).subList(20, 40));
    }

    @ParameterizedTest
    @EnumSource(CatalogSort.class)
    void showsEachPhotoThatStaysOnceWhileOthersComeAndGo(CatalogSort sort) {
        commit(400);
        Random random = new Random(3);
        List<PhotoId> walked = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int next = 400;
        do {
            CatalogPage page = await(reader.list(new CatalogQuery(CatalogFilter.ALL, sort, 17, cursor)));
            page.items().forEach(item -> walked.add(item.photoId()));
            cursor = page.cursor();
            // Of the first 400 every tenth may go at any time; others come.
            for (int i = 0; i < 5; i++) {
                remove(drawn.item(10 * random.nextInt(40)));
                source.commit(drawn.item(next++), clock.instant());
            }
            clock.pass(Duration.ofSeconds(3));
        } while (cursor.isPresent());

        assertThat(walked).doesNotHaveDuplicates();
        assertThat(walked)
                .containsAll(drawn.items(400)
                        .filter(item -> !item.photoId().key().matches(".*0\\.jpg"))
                        .map(CatalogItem::photoId)
                        .toList());
    }

    @Test
    void leavesOutWhatWasRemovedSinceTheIndexWasTold() {
        commit(10);
        list(CatalogFilter.ALL, 5, Optional.empty());
        source.commitUnindexed(tombstone(drawn.item(9)), clock.instant());
        source.delete(drawn.item(8).photoId());

        CatalogPage page = list(CatalogFilter.ALL, 5, Optional.empty());

        assertThat(page.items()).containsExactlyElementsOf(newestFirst(8).subList(0, 3));
        assertThat(list(CatalogFilter.ALL, 5, Optional.empty())
                        .counts()
                        .orElseThrow()
                        .total())
                .as("the index has learnt it")
                .isEqualTo(8);
        assertThat(page.cursor()).as("the page is short, not the last").isPresent();
    }

    @Test
    void leavesOutWhatMatchesNoMoreAndShowsWhatChangedAndStillDoes() {
        CatalogItem tagged = drawn.items(100)
                .filter(item -> item.state() == PhotoState.TAGGED && item.human() == null)
                .findFirst()
                .orElseThrow();
        source.commit(tagged, tagged.taggedAt());
        CatalogFilter filter = CatalogFilter.ALL.with(Facet.STATE, Set.of("tagged"));
        list(filter, 5, Optional.empty());

        CatalogItem still = changed(tagged, PhotoState.TAGGED, 2);
        source.commitUnindexed(still, clock.instant());
        assertThat(list(filter, 5, Optional.empty()).items()).containsExactly(still);

        source.commitUnindexed(changed(tagged, PhotoState.NOT_CLOTHING, 3), clock.instant());
        assertThat(list(filter, 5, Optional.empty()).items()).isEmpty();
    }

    @Test
    void findsWhatTheIndexWasToldLate() {
        commit(10);
        list(CatalogFilter.ALL, 5, Optional.empty());
        // committed now, seen only after the listing that follows
        source.commitUnindexed(drawn.item(10), clock.instant());
        clock.pass(Duration.ofSeconds(5));
        list(CatalogFilter.ALL, 5, Optional.empty());

        source.index(drawn.item(10).photoId());
        clock.pass(Duration.ofSeconds(5));

        assertThat(total()).isEqualTo(11);
    }

    @Test
    void findsWithinAMinuteWhatCameMinutesLate() {
        commit(10);
        list(CatalogFilter.ALL, 5, Optional.empty());
        source.commitUnindexed(drawn.item(10), clock.instant());
        clock.pass(Duration.ofMinutes(4));
        list(CatalogFilter.ALL, 5, Optional.empty());

        source.index(drawn.item(10).photoId());
        clock.pass(Duration.ofSeconds(61));

        assertThat(total()).isEqualTo(11);
    }

    @Test
    void findsWithinAMinuteWhatIsWrittenByAClockFarBehindItsOwn() {
        Duration ahead = Duration.ofHours(2);
        commit(10);
        source.commit(drawn.item(10), NOW);
        clock.pass(ahead);
        list(CatalogFilter.ALL, 5, Optional.empty());

        clock.pass(Duration.ofSeconds(61));
        source.commit(drawn.item(11), clock.instant().minus(ahead));

        assertThat(total()).isEqualTo(12);
    }

    @Test
    void takesInAPhotoThatWasRemovedForgottenAndUploadedAnew() {
        commit(3);
        CatalogItem first = drawn.item(0);
        list(CatalogFilter.ALL, 5, Optional.empty());
        source.commit(tombstone(changed(first, first.state(), 7)), clock.instant());
        assertThat(total()).isEqualTo(2);

        clock.pass(Duration.ofDays(31));
        source.commit(first, clock.instant());

        assertThat(total()).isEqualTo(3);
    }

    @Test
    void keepsNothingOfAReadThatFails() {
        commit(10);
        list(CatalogFilter.ALL, 5, Optional.empty());
        source.commit(drawn.item(10), clock.instant());
        source.failNextChanges(new HangtagException(ErrorCode.STORE_UNAVAILABLE, "gone"));

        assertThatThrownBy(() -> list(CatalogFilter.ALL, 5, Optional.empty()))
                .isInstanceOfSatisfying(
                        HangtagException.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
        assertThat(total()).isEqualTo(11);
    }

    @Test
    void tellsTheIdsOfAFilterWithoutReadingItems() {
        commit(200);
        CatalogFilter filter = CatalogFilter.ALL.with(Facet.STATE, Set.of("failed"));

        List<PhotoId> ids = await(reader.photoIds(filter));

        assertThat(ids)
                .isNotEmpty()
                .isSortedAccordingTo((a, b) -> a.key().compareTo(b.key()))
                .containsExactlyInAnyOrderElementsOf(drawn.items(200)
                        .filter(item -> item.state() == PhotoState.FAILED)
                        .map(CatalogItem::photoId)
                        .toList());
        assertThat(source.reads()).isEmpty();
    }

    @Test
    void walksAllThatMatch() {
        commit(450);

        assertThat(reader.items(CatalogFilter.ALL, CatalogSort.NEWEST)
                        .subscribe()
                        .asStream())
                .containsExactlyElementsOf(newestFirst(450));
    }

    @ParameterizedTest
    @EnumSource(
            value = Facet.class,
            names = {"CLASS", "GROUP", "GARMENT", "AUDIENCE", "PATTERN"})
    void refusesAValueThatNothingHas(Facet facet) {
        commit(5);

        assertThatThrownBy(() -> list(CatalogFilter.ALL.with(facet, Set.of("<b>")), 5, Optional.empty()))
                .isInstanceOf(UnknownFacetValueException.class)
                .hasMessageContaining("<b>");
    }

    @Test
    void takesAValueThatOnlyPhotosOfAnEarlierModelHave() {
        IndexedCatalogReader served =
                new IndexedCatalogReader("shop", source, TestTaxonomies.primaryColors(), clock, executor);
        commit(100);

        CatalogPage page = await(served.list(new CatalogQuery(
                CatalogFilter.ALL.with(Facet.GARMENT, Set.of("T-shirt")), CatalogSort.NEWEST, 5, Optional.empty())));

        assertThat(page.items()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "====", "AQ", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ünïcode", "\u0000", " "})
    void refusesWhatIsNoCursor(String cursor) {
        commit(5);

        assertThatThrownBy(() -> list(CatalogFilter.ALL, 5, Optional.of(cursor)))
                .isInstanceOf(BrokenCursorException.class);
    }

    @Test
    void refusesTheCursorOfAnotherQuery() {
        commit(50);
        Optional<String> cursor = list(CatalogFilter.ALL, 5, Optional.empty()).cursor();
        CatalogFilter other = CatalogFilter.ALL.withText("a");

        assertThatThrownBy(() -> list(other, 5, cursor)).isInstanceOf(BrokenCursorException.class);
        assertThatThrownBy(() ->
                        await(reader.list(new CatalogQuery(CatalogFilter.ALL, CatalogSort.LEAST_CERTAIN, 5, cursor))))
                .isInstanceOf(BrokenCursorException.class);
        assertThat(list(CatalogFilter.ALL, 7, cursor).items())
                .as("a limit may change on the way")
                .hasSize(7);
    }

    private void commit(int photos) {
        drawn.items(photos).forEach(item -> source.commit(item, item.taggedAt()));
    }

    private void remove(CatalogItem item) {
        source.commit(tombstone(item), clock.instant());
    }

    private int total() {
        return await(reader.counts(CatalogFilter.ALL)).total();
    }

    private List<CatalogItem> newestFirst(int photos) {
        List<CatalogItem> items = new ArrayList<>(drawn.items(photos).toList());
        Collections.reverse(items);
        return items;
    }

    private CatalogPage list(CatalogFilter filter, int limit, Optional<String> cursor) {
        return await(reader.list(new CatalogQuery(filter, CatalogSort.NEWEST, limit, cursor)));
    }

    private static CatalogItem tombstone(CatalogItem item) {
        return new CatalogItem(
                item.photoId(),
                item.revision() + 1,
                Sequencer.of("FF"),
                PhotoState.REMOVED,
                null,
                null,
                null,
                NOW,
                null,
                List.of(),
                null,
                List.of());
    }

    private static CatalogItem changed(CatalogItem item, PhotoState state, long revision) {
        return new CatalogItem(
                item.photoId(),
                revision,
                item.sequencer(),
                state,
                item.content(),
                item.decision(),
                item.model(),
                item.taggedAt(),
                item.failure(),
                item.notes(),
                item.human(),
                item.history());
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(20));
    }

    /** A clock that stands until it is told to go on. */
    private static final class SettableClock extends Clock {
        private volatile Instant now = NOW;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
