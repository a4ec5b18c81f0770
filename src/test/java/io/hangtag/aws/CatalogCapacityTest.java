package io.hangtag.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hangtag.catalog.CatalogFilter;
import io.hangtag.catalog.CatalogPage;
import io.hangtag.catalog.CatalogQuery;
import io.hangtag.catalog.CatalogReader;
import io.hangtag.catalog.CatalogSort;
import io.hangtag.catalog.Facet;
import io.hangtag.catalog.IndexedCatalogReader;
import io.hangtag.catalog.ShownAnswers;
import io.hangtag.local.LocalNames;
import io.hangtag.model.Taxonomy;
import io.hangtag.testing.CapacityMeter;
import io.hangtag.testing.CatalogSeed;
import io.hangtag.testing.DrawnCatalog;
import io.hangtag.testing.LocalAwsExtension;
import io.hangtag.testing.TestTaxonomies;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What listing consumes, as DynamoDB itself counts it: the items of the page, and a look at what has changed since. */
class CatalogCapacityTest {
    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension();

    private static final int PHOTOS = 3000;
    private static final Taxonomy TAXONOMY = TestTaxonomies.clothing();
    private static final CapacityMeter METER = new CapacityMeter();
    private static final ExecutorService EXECUTOR = Executors.newFixedThreadPool(4);

    private static DynamoDbClient metered;
    private static CatalogReader reader;

    @BeforeAll
    static void fill() {
        LocalNames names = LocalNames.DEFAULT;
        DrawnCatalog drawn = new DrawnCatalog(names.bucket(), TAXONOMY, 5);
        new CatalogSeed(AWS.clients().dynamodb(), names.table()).write(drawn.items(PHOTOS));
        metered = METER.client(AWS.endpoints());
        reader = reader();
        list(CatalogFilter.ALL, Optional.empty());
        METER.take();
    }

    @AfterAll
    static void close() {
        metered.close();
        EXECUTOR.shutdown();
    }

    static Stream<CatalogFilter> anyFilter() {
        CatalogFilter all = CatalogFilter.ALL;
        return Stream.of(
                all,
                all.with(Facet.STATE, Set.of("needs-review")),
                all.with(Facet.CLASS, Set.of("mens-polo-solid", "mens-tshirt-solid")),
                all.with(Facet.GROUP, Set.of("top")),
                all.with(Facet.GARMENT, Set.of("T-shirt")),
                all.with(Facet.AUDIENCE, Set.of("women")),
                all.with(Facet.PATTERN, Set.of("striped")),
                all.with(Facet.MODEL, Set.of("clothing-73@0.1.0")),
                all.withConfidence(0.2, 0.4),
                all.withText("größe"),
                all.withUploaded(Optional.of(DrawnCatalog.FIRST_UPLOAD.plus(Duration.ofDays(20))), Optional.empty()),
                all.onlyCorrected(),
                all.with(Facet.STATE, Set.of("tagged"))
                        .with(Facet.AUDIENCE, Set.of("men"))
                        .withConfidence(0.5, 0.9)
                        .withText("linen"),
                all.withText("no photo is called so"));
    }

    @ParameterizedTest
    @MethodSource("anyFilter")
    void readsItsPageAndTheChanges(CatalogFilter filter) {
        CatalogPage page = list(filter, Optional.empty());
        List<CapacityMeter.Call> calls = METER.take();

        assertThat(calls)
                .extracting(CapacityMeter.Call::operation)
                .containsOnly(page.items().isEmpty() ? new String[] {"Query"} : new String[] {"Query", "BatchGetItem"});
        assertThat(units(calls, "Query")).as("nothing changed").isLessThanOrEqualTo(0.5);
        // One unit an item, of which none has 4 kB; read strongly consistent.
        assertThat(units(calls, "BatchGetItem")).isEqualTo(page.items().size(), within(0.01));
        assertThat(calls)
                .filteredOn(call -> call.operation().equals("Query"))
                .allMatch(call -> CatalogTable.BY_CHANGE.equals(call.index()));
    }

    @Test
    void readsNoMoreForALaterPage() {
        CatalogPage first = list(CatalogFilter.ALL, Optional.empty());
        METER.take();

        CatalogPage second = list(CatalogFilter.ALL, first.cursor());

        assertThat(second.items()).hasSize(50);
        assertThat(METER.take()).extracting(CapacityMeter.Call::units).allMatch(units -> units <= 50.01);
    }

    @Test
    void readsNoItemToCount() {
        reader.counts(CatalogFilter.ALL.withText("shirt")).await().indefinitely();

        assertThat(METER.take())
                .singleElement()
                .satisfies(call -> assertThat(call.units()).isLessThanOrEqualTo(0.5));
    }

    /** Once an instance. */
    @Test
    void fillsItsIndexForATwentiethOfAUnitAPhoto() {
        reader().counts(CatalogFilter.ALL).await().indefinitely();

        double units = units(METER.take(), "Query");
        assertThat(units / PHOTOS).isBetween(0.01, 0.05);
    }

    private static double units(List<CapacityMeter.Call> calls, String operation) {
        return calls.stream()
                .filter(call -> call.operation().equals(operation))
                .mapToDouble(CapacityMeter.Call::units)
                .sum();
    }

    private static CatalogPage list(CatalogFilter filter, Optional<String> cursor) {
        return reader.list(new CatalogQuery(filter, CatalogSort.NEWEST, 50, cursor))
                .await()
                .indefinitely();
    }

    private static CatalogReader reader() {
        return new IndexedCatalogReader(
                LocalNames.DEFAULT.bucket(),
                new DynamoCatalogSource(
                        metered,
                        LocalNames.DEFAULT.table(),
                        new ItemCodec(Duration.ofDays(30)),
                        new ShownAnswers(TAXONOMY)),
                TAXONOMY,
                Clock.systemUTC(),
                EXECUTOR);
    }
}
