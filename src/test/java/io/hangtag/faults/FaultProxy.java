package io.hangtag.faults;

import com.sun.net.httpserver.HttpExchange;
import io.hangtag.testing.ForwardingProxy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Stands before a store's endpoint on a free loopback port, counts its calls by name, and disturbs those that it is told to. */
public final class FaultProxy implements AutoCloseable {
    private static final long DRIP_MILLIS = 50;

    private final ForwardingProxy proxy;
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
        proxy = new ForwardingProxy(this::handle);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.port());
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

    private void handle(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        StoreCall call = StoreCall.of(exchange);
        Fault fault = chooser.apply(call);
        if (fault != Fault.NONE) {
            faults.computeIfAbsent(fault.name().toLowerCase(Locale.ROOT).replace('_', '-'), none -> new AtomicInteger())
                    .incrementAndGet();
        }
        answer(exchange, call, fault, body);
    }

    private void answer(HttpExchange exchange, StoreCall call, Fault fault, byte[] body)
            throws IOException, InterruptedException {
        switch (fault) {
            case NONE -> ForwardingProxy.send(exchange, forward(exchange, call, body));
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
        return proxy.forward(exchange, target.resolve(exchange.getRequestURI().toString()), body);
    }

    private static void sendHalf(HttpExchange exchange, HttpResponse<byte[]> response, long pauseMillis)
            throws IOException, InterruptedException {
        ForwardingProxy.head(exchange, response);
        if (!ForwardingProxy.isHead(exchange) && response.body().length > 1) {
            OutputStream out = exchange.getResponseBody();
            out.write(response.body(), 0, response.body().length / 2);
            out.flush();
            TimeUnit.MILLISECONDS.sleep(pauseMillis);
        }
    }

    private static void drip(HttpExchange exchange, HttpResponse<byte[]> response)
            throws IOException, InterruptedException {
        ForwardingProxy.head(exchange, response);
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
        exchange.sendResponseHeaders(refusal.status(), ForwardingProxy.isHead(exchange) ? -1 : body.length);
        if (!ForwardingProxy.isHead(exchange)) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        proxy.close();
    }
}
