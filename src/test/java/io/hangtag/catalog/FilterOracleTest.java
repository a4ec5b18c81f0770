package io.hangtag.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.catalog.CatalogCounts.FacetCount;
import io.hangtag.model.GarmentClass;
import io.hangtag.model.Taxonomy;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.testing.DrawnCatalog;
import io.hangtag.testing.TestTaxonomies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The index against the plainest way to answer the same: looking at every item. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilterOracleTest {
    private static final int PHOTOS = 3000;
    private static final int FILTERS = 300;

    private final Taxonomy taxonomy = TestTaxonomies.clothing();
    private final CatalogIndex index = new CatalogIndex();
    private List<CatalogItem> items;

    @BeforeAll
    void fill() {
        items = new DrawnCatalog("shop", taxonomy, 7).items(PHOTOS).toList();
        ShownAnswers answers = new ShownAnswers(taxonomy);
        index.apply(items.stream().map(item -> CatalogChange.of(item, item.taggedAt(), answers)));
    }

    @ParameterizedTest
    @EnumSource(Facet.class)
    void everyValueOfAFacetAlone(Facet facet) {
        Set<String> values = items.stream()
                .map(item -> value(item, facet))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect(Collectors.toSet());

        assertThat(values).isNotEmpty().allSatisfy(value -> agrees(CatalogFilter.ALL.with(facet, Set.of(value))));
    }

    @Test
    void eachOtherFilterAlone() {
        agrees(CatalogFilter.ALL);
        agrees(CatalogFilter.ALL.onlyCorrected());
        agrees(CatalogFilter.ALL.withConfidence(0.3, 1));
        agrees(CatalogFilter.ALL.withConfidence(0, 0));
        agrees(CatalogFilter.ALL.withConfidence(0.6, 0.4));
        agrees(CatalogFilter.ALL.withText("größe"));
        agrees(CatalogFilter.ALL.withText("HERBST/"));
        agrees(CatalogFilter.ALL.withText("no such text"));
        agrees(CatalogFilter.ALL.withUploaded(Optional.of(uploadOf(1000)), Optional.empty()));
        agrees(CatalogFilter.ALL.withUploaded(Optional.empty(), Optional.of(uploadOf(1000))));
        agrees(CatalogFilter.ALL.withUploaded(Optional.of(uploadOf(1000)), Optional.of(uploadOf(1001))));
    }

    /** Any combination, drawn with a fixed seed. */
    Stream<CatalogFilter> combinations() {
        return IntStream.range(0, FILTERS).mapToObj(number -> combination(new Random(1000L + number)));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void combined(CatalogFilter filter) {
        agrees(filter);
    }

    private void agrees(CatalogFilter filter) {
        List<CatalogItem> expected =
                items.stream().filter(matching(filter, null)).toList();
        for (CatalogSort sort : CatalogSort.values()) {
            assertThat(keysPageByPage(filter, sort))
                    .as("%s by %s", filter, sort)
                    .containsExactlyElementsOf(expected.stream()
                            .sorted(order(sort))
                            .map(item -> item.photoId().key())
                            .toList());
        }
        CatalogCounts counts = index.snapshot().count(filter);
        assertThat(counts.total()).as("total of %s", filter).isEqualTo(expected.size());
        for (Facet facet : Facet.values()) {
            assertThat(counts.facets().get(facet))
                    .as("%s under %s", facet, filter)
                    .isSortedAccordingTo(
                            Comparator.comparingInt(FacetCount::count).reversed())
                    .containsExactlyInAnyOrderElementsOf(countsOf(facet, filter));
        }
    }

    private List<FacetCount> countsOf(Facet facet, CatalogFilter filter) {
        Map<String, List<CatalogItem>> byValue = items.stream()
                .filter(matching(filter, facet))
                .filter(item -> value(item, facet).isPresent())
                .collect(Collectors.groupingBy(item -> value(item, facet).orElseThrow()));
        return byValue.entrySet().stream()
                .map(each -> new FacetCount(each.getKey(), each.getValue().size()))
                .toList();
    }

    /** In pages of an odd size, each begun at the cursor of the one before. */
    private List<String> keysPageByPage(CatalogFilter filter, CatalogSort sort) {
        Cursor cursor = new Cursor("shop", filter, sort);
        List<String> keys = new ArrayList<>();
        Optional<CatalogEntry> behind = Optional.empty();
        while (true) {
            List<CatalogEntry> page = index.snapshot().select(filter, sort, behind, 97);
            page.forEach(entry -> keys.add(entry.key()));
            if (page.size() < 97) {
                return keys;
            }
            behind = Optional.of(cursor.read(cursor.write(page.get(96))));
        }
    }

    private Predicate<CatalogItem> matching(CatalogFilter filter, Facet left) {
        return item -> Stream.of(Facet.values())
                        .filter(facet -> facet != left && filter.facets().containsKey(facet))
                        .allMatch(facet -> value(item, facet)
                                .filter(filter.facets().get(facet)::contains)
                                .isPresent())
                && confidence(item) >= filter.minConfidence()
                && confidence(item) <= filter.maxConfidence()
                && (!filter.corrected() || item.human() != null)
                && filter.text()
                        .map(text -> containsIgnoringCase(item.photoId().key(), text))
                        .orElse(true)
                && filter.uploadedFrom()
                        .map(from -> !item.content().uploadedAt().isBefore(from))
                        .orElse(true)
                && filter.uploadedTo()
                        .map(to -> item.content().uploadedAt().isBefore(to))
                        .orElse(true);
    }

    private static boolean containsIgnoringCase(String key, String text) {
        return IntStream.rangeClosed(0, key.length() - text.length())
                .anyMatch(at -> key.regionMatches(true, at, text, 0, text.length()));
    }

    private Optional<String> value(CatalogItem item, Facet facet) {
        return Optional.ofNullable(
                switch (facet) {
                    case STATE -> item.state().wireName();
                    case MODEL -> item.model().toString();
                    case CLASS ->
                        item.human() != null
                                ? item.human().classId()
                                : item.decision() == null
                                        ? null
                                        : item.decision().classId();
                    case GROUP ->
                        shown(
                                item,
                                GarmentClass::group,
                                decided -> decided.decision().group());
                    case GARMENT ->
                        shown(
                                item,
                                GarmentClass::garment,
                                decided -> decided.decision().garment());
                    case AUDIENCE ->
                        shown(
                                item,
                                GarmentClass::audience,
                                decided -> decided.decision().audience());
                    case PATTERN ->
                        shown(
                                item,
                                GarmentClass::pattern,
                                decided -> decided.decision().pattern());
                });
    }

    private String shown(
            CatalogItem item, Function<GarmentClass, String> named, Function<CatalogItem, String> decided) {
        if (item.human() != null) {
            return named.apply(taxonomy.find(item.human().classId()).orElseThrow());
        }
        return item.decision() == null ? null : decided.apply(item);
    }

    private static double confidence(CatalogItem item) {
        return item.decision() == null ? 0 : item.decision().confidence();
    }

    private static Comparator<CatalogItem> order(CatalogSort sort) {
        Comparator<CatalogItem> order = switch (sort) {
            case NEWEST ->
                Comparator.comparing((CatalogItem item) -> item.content().uploadedAt(), Comparator.reverseOrder());
            case LEAST_CERTAIN -> Comparator.comparingDouble(FilterOracleTest::confidence);
        };
        return order.thenComparing(item -> item.photoId().key());
    }

    private CatalogFilter combination(Random random) {
        CatalogFilter filter = CatalogFilter.ALL;
        for (Facet facet : Facet.values()) {
            if (random.nextInt(3) == 0) {
                filter = filter.with(
                        facet,
                        random.ints(1 + random.nextInt(3), 0, items.size())
                                .mapToObj(items::get)
                                .flatMap(item -> value(item, facet).stream())
                                .collect(Collectors.toSet()));
            }
        }
        if (random.nextInt(3) == 0) {
            filter = filter.withConfidence(random.nextDouble() / 2, 0.5 + random.nextDouble() / 2);
        }
        if (random.nextInt(3) == 0) {
            String key = items.get(random.nextInt(items.size())).photoId().key();
            int from = random.nextInt(key.length());
            filter = filter.withText(key.substring(from, Math.min(key.length(), from + 1 + random.nextInt(4))));
        }
        if (random.nextInt(3) == 0) {
            int first = random.nextInt(items.size());
            filter = filter.withUploaded(
                    Optional.of(uploadOf(first)).filter(any -> random.nextBoolean()),
                    Optional.of(uploadOf(Math.min(items.size() - 1, first + random.nextInt(2000))))
                            .filter(any -> random.nextBoolean()));
        }
        return random.nextInt(5) == 0 ? filter.onlyCorrected() : filter;
    }

    private Instant uploadOf(int number) {
        return items.get(number).content().uploadedAt();
    }
}
