package io.hangtag.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Stands before a store's endpoint on a free loopback port, counts its calls by name, and disturbs those that it is told to. */
public final class FaultProxy implements AutoCloseable {
    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

    private static final long DRIP_MILLIS = 50;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI target;
    private final long patienceMillis;
    private final Map<String, AtomicInteger> calls = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicInteger> faults = new ConcurrentSkipListMap<>();
    private volatile Function<StoreCall, Fault> chooser = call -> Fault.NONE;

    /**
     * Starts it.
     *
     * @param patienceMillis longer than any client waits
     */
    public FaultProxy(URI target, long patienceMillis) throws IOException {
        this.target = target;
        this.patienceMillis = patienceMillis;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on this says what happens to a call. */
    public void disturb(Function<StoreCall, Fault> by) {
        chooser = by;
    }

    /** How often a call reached the store, by its name in the API. */
    public int reached(String name) {
        AtomicInteger count = calls.get(name);
        return count == null ? 0 : count.get();
    }

    /** Faults that were injected, by kind. */
    public Map<String, AtomicInteger> faults() {
        return faults;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            StoreCall call = StoreCall.of(exchange);
            Fault fault = chooser.apply(call);
            if (fault != Fault.NONE) {
                faults.computeIfAbsent(
                                fault.name().toLowerCase(Locale.ROOT).replace('_', '-'), none -> new AtomicInteger())
                        .incrementAndGet();
            }
            answer(exchange, call, fault, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, StoreCall call, Fault fault, byte[] body)
            throws IOException, InterruptedException {
        switch (fault) {
            case NONE -> send(exchange, forward(exchange, call, body));
            case THROTTLED -> refuse(exchange, call.throttled());
            case INTERNAL_ERROR -> refuse(exchange, call.internalError());
            case DENIED -> refuse(exchange, call.denied());
            case TIMEOUT -> TimeUnit.MILLISECONDS.sleep(patienceMillis);
            case SLOW_BODY -> sendHalf(exchange, forward(exchange, call, body), patienceMillis);
            case DRIPPING_BODY -> drip(exchange, forward(exchange, call, body));
            case TRUNCATED_BODY -> sendHalf(exchange, forward(exchange, call, body), 0);
            case RESET -> {}
            case ANSWER_LOST -> forward(exchange, call, body);
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, StoreCall call, byte[] body)
            throws IOException, InterruptedException {
        calls.computeIfAbsent(call.name(), none -> new AtomicInteger()).incrementAndGet();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        target.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void head(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name) || name.equals("content-length") && isHead(exchange)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        boolean empty = isHead(exchange) || response.body().length == 0;
        exchange.sendResponseHeaders(response.statusCode(), empty ? -1 : response.body().length);
    }

    private static boolean isHead(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("HEAD");
    }

    private static void send(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
        head(exchange, response);
        if (!isHead(exchange) && response.body().length > 0) {
            exchange.getResponseBody().write(response.body());
        }
    }

    private static void sendHalf(HttpExchange exchange, HttpResponse<byte[]> response, long pauseMillis)
            throws IOException, InterruptedException {
        head(exchange, response);
        if (!isHead(exchange) && response.body().length > 1) {
            OutputStream out = exchange.getResponseBody();
            out.write(response.body(), 0, response.body().length / 2);
            out.flush();
            TimeUnit.MILLISECONDS.sleep(pauseMillis);
        }
    }

    private static void drip(HttpExchange exchange, HttpResponse<byte[]> response)
            throws IOException, InterruptedException {
        head(exchange, response);
        OutputStream out = exchange.getResponseBody();
        for (byte drop : response.body()) {
            out.write(drop);
            out.flush();
            TimeUnit.MILLISECONDS.sleep(DRIP_MILLIS);
        }
    }

    private static void refuse(HttpExchange exchange, StoreCall.Refusal refusal) throws IOException {
        byte[] body = refusal.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", refusal.contentType());
        exchange.sendResponseHeaders(refusal.status(), isHead(exchange) ? -1 : body.length);
        if (!isHead(exchange)) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
