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
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What SnapStart has that the runtime interface emulator lacks: stands before its runtime API on a free loopback port, and lets
 * a function that has made itself ready for a snapshot go on at once, as if it had been restored from one.
 */
public final class SnapStartEmulator implements AutoCloseable {
    private static final String RESTORED = "/runtime/restore/next";
    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private SnapStartEmulator(HttpServer server) {
        this.server = server;
    }

    public static SnapStartEmulator start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        SnapStartEmulator emulator = new SnapStartEmulator(server);
        server.setExecutor(emulator.threads);
        server.createContext("/", emulator::handle);
        server.start();
        return emulator;
    }

    /** Shell commands before the function: what Lambda's Java runtimes have under SnapStart, and the way through here. */
    public List<String> prelude() {
        return List.of(
                "export AWS_LAMBDA_INITIALIZATION_TYPE=snap-start",
                // The runtime's own hooks stand behind those of org.crac.
                "export JAVA_TOOL_OPTIONS=-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                // The path begins with the address that calls go on to.
                "export AWS_LAMBDA_RUNTIME_API=127.0.0.1:%d/$AWS_LAMBDA_RUNTIME_API"
                        .formatted(server.getAddress().getPort()));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().endsWith(RESTORED)) {
                exchange.sendResponseHeaders(200, -1);
            } else {
                answer(exchange, forward(exchange, body));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        URI target = URI.create("http:/" + exchange.getRequestURI().getRawPath());
        HttpRequest.Builder request = HttpRequest.newBuilder(target)
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isForwarded(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (isForwarded(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
        exchange.getResponseBody().write(response.body());
    }

    private static boolean isForwarded(String header) {
        return !NOT_FORWARDED.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
