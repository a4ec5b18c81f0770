package io.hangtag.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.local.LocalAws;
import io.hangtag.local.LocalNames;
import io.hangtag.testing.CatalogSeed;
import io.hangtag.testing.DrawnCatalog;
import io.hangtag.testing.SuiteCounts;
import io.hangtag.testing.SuiteSize;
import io.hangtag.testing.TestTaxonomies;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code GET /api/photos} under many clients that look around as people do: a first page under some filters, then two pages
 * on. Service, DynamoDB Local and clients share this machine's processors.
 */
@QuarkusTest
@TestProfile(LoadProfile.class)
@Tag("load")
class ListingLoadTest {
    private static final int CLIENTS = 50;
    private static final int PAGES = 3;
    private static final Pattern CURSOR = Pattern.compile("\"cursor\":\"([^\"]+)\"");
    private static final List<String> FILTERS = List.of(
            "",
            "state=needs-review&sort=least-certain",
            "state=tagged&audience=women",
            "class=mens-polo-solid&class=mens-tshirt-solid",
            "group=top&pattern=striped",
            "garment=T-shirt&minConfidence=0.6",
            "maxConfidence=0.5",
            "text=linen",
            "text=" + URLEncoder.encode("größe", StandardCharsets.UTF_8),
            "uploadedFrom=2025-01-05T00:00:00Z&model=clothing-73%400.2.0");

    LocalAws aws;

    @TestHTTPResource("/api/photos")
    URI listing;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Latencies first = new Latencies();
    private final Latencies later = new Latencies();
    private final Latencies all = new Latencies();
    private final AtomicInteger faults = new AtomicInteger();

    @Test
    void answersEveryClient() throws IOException, InterruptedException, ExecutionException {
        int photos = SuiteSize.current().of(1_000, 20_000);
        int rounds = SuiteSize.current().of(3, 20);
        new CatalogSeed(aws.clients().dynamodb(), LocalNames.DEFAULT.table())
                .write(new DrawnCatalog(LocalNames.DEFAULT.bucket(), TestTaxonomies.clothing(), 11).items(photos));
        long cold = System.nanoTime();
        assertThat(get("limit=1").body()).contains("\"total\":" + photos);
        double coldMillis = (System.nanoTime() - cold) / 1e6;
        run(Math.max(1, rounds / 10), new Latencies(), new Latencies(), new Latencies());

        // when
        long begin = System.nanoTime();
        run(rounds, first, later, all);
        double seconds = (System.nanoTime() - begin) / 1e9;

        // then
        new SuiteCounts("load")
                .with("photos", photos)
                .with("clients", CLIENTS)
                .with("requests", all.count())
                .with("faults", faults.get())
                .with("p50Millis", all.millis(0.5))
                .with("p99Millis", all.millis(0.99))
                .with("maxMillis", all.millis(1))
                .with("firstPage.p99Millis", first.millis(0.99))
                .with("laterPage.p99Millis", later.millis(0.99))
                .with("requestsPerSecond", Math.round(all.count() / seconds))
                .with("firstRequestMillis", Math.round(coldMillis))
                .with("processors", Runtime.getRuntime().availableProcessors())
                .close();
        assertThat(faults).hasValue(0);
        assertThat(all.count()).isGreaterThanOrEqualTo(CLIENTS * rounds);
    }

    private void run(int rounds, Latencies firstPages, Latencies laterPages, Latencies allPages)
            throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Random random = new Random(client);
                running.add(clients.submit(() -> {
                    for (int round = 0; round < rounds; round++) {
                        lookAround(FILTERS.get(random.nextInt(FILTERS.size())), firstPages, laterPages, allPages);
                    }
                    return null;
                }));
            }
            for (Future<?> client : running) {
                client.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private void lookAround(String filter, Latencies firstPages, Latencies laterPages, Latencies allPages)
            throws IOException, InterruptedException {
        Optional<String> cursor = Optional.empty();
        for (int page = 0; page < PAGES; page++) {
            String query = filter + cursor.map(text -> "&cursor=" + text).orElse("");
            long begin = System.nanoTime();
            HttpResponse<String> response = get(query);
            long elapsed = System.nanoTime() - begin;
            if (response.statusCode() != 200) {
                faults.incrementAndGet();
                return;
            }
            (page == 0 ? firstPages : laterPages).add(elapsed);
            allPages.add(elapsed);
            Matcher next = CURSOR.matcher(response.body());
            if (!next.find()) {
                return;
            }
            cursor = Optional.of(next.group(1));
        }
    }

    private HttpResponse<String> get(String query) throws IOException, InterruptedException {
        URI uri = URI.create(listing + "?" + query);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
