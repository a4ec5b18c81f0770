package io.hangtag.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.model.Taxonomy;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.testing.DrawnCatalog;
import io.hangtag.testing.SuiteCounts;
import io.hangtag.testing.SuiteSize;
import io.hangtag.testing.TestTaxonomies;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the index takes of memory and time, by the number of photos. */
@Tag("load")
class IndexSizeTest {
    private static final Taxonomy TAXONOMY = TestTaxonomies.clothing();
    private static final ShownAnswers ANSWERS = new ShownAnswers(TAXONOMY);
    private static final DrawnCatalog DRAWN = new DrawnCatalog("shop", TAXONOMY, 4);
    private static final int RUNS = 20;
    private static final int INDEXES = 5;

    @Test
    void takesFewHundredBytesAPhoto() {
        List<Integer> sizes = switch (SuiteSize.current()) {
            case SHORT -> List.of(20_000);
            case LONG -> List.of(20_000, 200_000);
        };
        for (int photos : sizes) {
            measure(photos);
        }
    }

    private static void measure(int photos) {
        List<CatalogChange> warmUp = changes(5_000).toList();
        for (int run = 0; run < RUNS; run++) {
            new CatalogIndex().apply(warmUp.stream());
        }
        double bytes = medianBytes(photos) / photos;
        CatalogIndex index = new CatalogIndex();
        index.apply(changes(photos));
        List<CatalogChange> all = changes(photos).toList();
        double fill = millis(() -> new CatalogIndex().apply(all.stream()));
        CatalogFilter filter = CatalogFilter.ALL
                .with(Facet.AUDIENCE, Set.of("women"))
                .withConfidence(0.3, 0.9)
                .withText("no photo is called so");
        double count = medianMillis(() -> index.snapshot().count(filter));
        double select =
                medianMillis(() -> index.snapshot().select(filter, CatalogSort.LEAST_CERTAIN, Optional.empty(), 51));
        double change = medianMillis(new OneChange(index, DRAWN.item(photos / 2)));
        new SuiteCounts("load")
                .with("index.photos", photos)
                .with("bytesAPhoto", Math.round(bytes))
                .with("fillCpuMillis", fill)
                .with("countCpuMillis", count)
                .with("selectCpuMillis", select)
                .with("oneChangeCpuMillis", change)
                .close();
        assertThat(index.snapshot().size()).isEqualTo(photos);
        assertThat(bytes).isBetween(50.0, 400.0);
    }

    private static Stream<CatalogChange> changes(int photos) {
        return DRAWN.items(photos).map(item -> CatalogChange.of(item, item.taggedAt(), ANSWERS));
    }

    /** A photo that is committed again and again. */
    private static final class OneChange implements Runnable {
        private final CatalogIndex index;
        private final CatalogItem item;
        private int seconds;

        OneChange(CatalogIndex index, CatalogItem item) {
            this.index = index;
            this.item = item;
        }

        @Override
        public void run() {
            seconds++;
            index.apply(Stream.of(CatalogChange.of(item, item.taggedAt().plusSeconds(seconds), ANSWERS)));
        }
    }

    /** What an index of so many photos holds; of several, since what earlier tests have left may be freed meanwhile. */
    private static double medianBytes(int photos) {
        List<CatalogIndex> held = new ArrayList<>();
        List<Long> grown = new ArrayList<>();
        for (int number = 0; number < INDEXES; number++) {
            long before = usedHeap();
            CatalogIndex index = new CatalogIndex();
            index.apply(changes(photos));
            held.add(index);
            grown.add(usedHeap() - before);
        }
        assertThat(held).hasSize(INDEXES).allMatch(index -> index.snapshot().size() == photos);
        return grown.stream().sorted().skip(INDEXES / 2).findFirst().orElseThrow();
    }

    private static double medianMillis(Runnable work) {
        return Stream.generate(() -> millis(work))
                .limit(RUNS)
                .sorted()
                .skip(RUNS / 2)
                .findFirst()
                .orElseThrow();
    }

    /** Of the processor, so that a busy machine counts the same; all of this runs in one thread. */
    private static double millis(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        work.run();
        return Math.round((threads.getCurrentThreadCpuTime() - begin) / 1e4) / 100.0;
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
