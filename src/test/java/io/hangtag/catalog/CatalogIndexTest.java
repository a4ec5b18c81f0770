package io.hangtag.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.model.AnswerLevel;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogIndexTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final ShownAnswer SHIRT =
            new ShownAnswer(AnswerLevel.CLASS, "red-shirt", "top", "Shirt", "men", "solid");

    private final CatalogIndex index = new CatalogIndex();

    /** Told in any batches, in any order and some twice, it stands as if it had been told the last changes only. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void standsAsTheLastChangesSayHoweverItWasTold(long seed) {
        Random random = new Random(seed);
        List<CatalogChange> told = new ArrayList<>();
        Map<PhotoId, CatalogChange> last = new HashMap<>();
        for (int i = 0; i < 3000; i++) {
            PhotoId photoId = new PhotoId("shop", "photo " + random.nextInt(800));
            CatalogChange before = last.get(photoId);
            CatalogChange change = change(photoId, before == null ? 1 : before.revision() + 1, random);
            last.put(photoId, change);
            told.add(change);
            if (random.nextInt(4) == 0) {
                told.add(told.get(random.nextInt(told.size())));
            }
        }
        shuffleNearby(told, random);

        for (int from = 0; from < told.size(); ) {
            int until = Math.min(told.size(), from + 1 + random.nextInt(random.nextInt(10) == 0 ? 400 : 5));
            index.apply(told.subList(from, until).stream());
            from = until;
        }

        CatalogIndex anew = new CatalogIndex();
        anew.apply(last.values().stream());
        for (CatalogSort sort : CatalogSort.values()) {
            assertThat(keys(index, sort)).containsExactlyElementsOf(keys(anew, sort));
        }
        assertThat(index.snapshot().count(CatalogFilter.ALL).total()).isEqualTo((int) last.values().stream()
                .filter(change -> change.state() != PhotoState.REMOVED)
                .count());
        assertThat(index.snapshot().count(CatalogFilter.ALL).facets())
                .isEqualTo(anew.snapshot().count(CatalogFilter.ALL).facets());
    }

    @Test
    void takesNothingOverOfChangesThatCannotBeReadToTheirEnd() {
        Random random = new Random(1);
        CatalogChange one = change(new PhotoId("shop", "a"), 1, PhotoState.TAGGED, random);
        Stream<CatalogChange> broken =
                Stream.concat(Stream.of(one), Stream.of(one).map(any -> {
                    throw new IllegalStateException("cut off");
                }));

        assertThatThrownBy(() -> index.apply(broken)).hasMessage("cut off");
        assertThat(index.snapshot().size()).isZero();
        assertThat(index.apply(Stream.of(one))).isEqualTo(1);
    }

    @Test
    void leavesASnapshotAsItWas() {
        Random random = new Random(1);
        index.apply(Stream.of(change(new PhotoId("shop", "a"), 1, PhotoState.TAGGED, random)));
        CatalogSnapshot before = index.snapshot();

        index.apply(Stream.of(change(new PhotoId("shop", "b"), 1, PhotoState.TAGGED, random)));

        assertThat(before.size()).isEqualTo(1);
        assertThat(index.snapshot().size()).isEqualTo(2);
    }

    /** Changes arrive a little out of order, never long ago ones after new ones. */
    private static void shuffleNearby(List<CatalogChange> changes, Random random) {
        for (int i = 1; i < changes.size(); i++) {
            if (random.nextBoolean()) {
                Collections.swap(changes, i, i - 1);
            }
        }
    }

    private static CatalogChange change(PhotoId photoId, long revision, Random random) {
        List<PhotoState> states =
                List.of(PhotoState.TAGGED, PhotoState.TAGGED, PhotoState.NEEDS_REVIEW, PhotoState.REMOVED);
        return change(photoId, revision, states.get(random.nextInt(states.size())), random);
    }

    private static CatalogChange change(PhotoId photoId, long revision, PhotoState state, Random random) {
        return new CatalogChange(
                photoId,
                revision,
                NOON.plusSeconds(revision),
                state,
                SHIRT,
                "clothing-73@0.2.0",
                random.nextInt(20) / 20.0,
                NOON.minusSeconds(random.nextInt(50)),
                false);
    }

    private static List<String> keys(CatalogIndex of, CatalogSort sort) {
        return of.snapshot().select(CatalogFilter.ALL, sort, Optional.empty(), Integer.MAX_VALUE).stream()
                .map(CatalogEntry::key)
                .toList();
    }
}
