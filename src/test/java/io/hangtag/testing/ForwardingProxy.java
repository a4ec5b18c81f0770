package io.hangtag.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on a free loopback port that hands requests on and answers back, as its handler sees fit. */
public final class ForwardingProxy implements AutoCloseable {
    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What is done with one request; the exchange is closed afterwards. */
    public interface Handler {
        /**
         * Handles a request.
         *
         * @param body of the request
         */
        void handle(HttpExchange exchange, byte[] body) throws IOException, InterruptedException;
    }

    /** Starts it. */
    public ForwardingProxy(Handler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                handler.handle(exchange, exchange.getRequestBody().readAllBytes());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Sends a request on to where it is told, and waits for what comes back. */
    public HttpResponse<byte[]> forward(HttpExchange exchange, URI target, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Status and headers of what came back. */
    public static void head(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name) || name.equals("content-length") && isHead(exchange)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        boolean empty = isHead(exchange) || response.body().length == 0;
        exchange.sendResponseHeaders(response.statusCode(), empty ? -1 : response.body().length);
    }

    /** All of what came back. */
    public static void send(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
        head(exchange, response);
        if (!isHead(exchange) && response.body().length > 0) {
            exchange.getResponseBody().write(response.body());
        }
    }

    public static boolean isHead(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("HEAD");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
