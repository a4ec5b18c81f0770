package io.hangtag.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/**
 * What SnapStart has that the runtime interface emulator lacks: stands before its runtime API on a free loopback port, and lets
 * a function that has made itself ready for a snapshot go on at once, as if it had been restored from one.
 */
public final class SnapStartEmulator implements AutoCloseable {
    private static final String RESTORED = "/runtime/restore/next";

    private final ForwardingProxy proxy;

    /** Starts it. */
    public SnapStartEmulator() throws IOException {
        proxy = new ForwardingProxy(this::handle);
    }

    /** Shell commands before the function: what Lambda's Java runtimes have under SnapStart, and the way through here. */
    public List<String> prelude() {
        return List.of(
                "export AWS_LAMBDA_INITIALIZATION_TYPE=snap-start",
                // The runtime's own hooks stand behind those of org.crac.
                "export JAVA_TOOL_OPTIONS=-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
                // The path begins with the address that calls go on to.
                "export AWS_LAMBDA_RUNTIME_API=127.0.0.1:%d/$AWS_LAMBDA_RUNTIME_API".formatted(proxy.port()));
    }

    private void handle(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        String path = exchange.getRequestURI().getRawPath();
        if (path.endsWith(RESTORED)) {
            exchange.sendResponseHeaders(200, -1);
        } else {
            ForwardingProxy.send(exchange, proxy.forward(exchange, URI.create("http:/" + path), body));
        }
    }

    @Override
    public void close() {
        proxy.close();
    }
}
