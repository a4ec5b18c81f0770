package io.hangtag.infra;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The page's host and a user pool's endpoints on one loopback port. The pool has the semantics that matter: a code is redeemed
 * once, by whoever shows the verifier whose challenge asked for it (RFC 7636, 4.6).
 */
final class UserPool implements AutoCloseable {
    static final String TOKEN = "head.claims.signature";

    private final HttpServer server;
    private String challenge;

    private UserPool(HttpServer server) {
        this.server = server;
    }

    static UserPool start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        UserPool pool = new UserPool(server);
        server.createContext("/", pool::page);
        server.createContext("/oauth2/authorize", pool::authorize);
        server.createContext("/oauth2/token", pool::token);
        server.start();
        return pool;
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void page(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/sign-in.html" ->
                answer(exchange, 200, "text/html", Files.readString(Path.of("infra/page/sign-in.html")));
            case "/sign-in.js" ->
                answer(exchange, 200, "text/javascript", Files.readString(Path.of("infra/page/sign-in.js")));
            case "/sign-in.json" ->
                answer(
                        exchange,
                        200,
                        "application/json",
                        "{\"authorize\":\"/oauth2/authorize\",\"token\":\"/oauth2/token\",\"logout\":\"/logout\",\"client\":\"page\"}");
            case "/" -> answer(exchange, 200, "text/html", "<title>catalog</title>");
            default -> answer(exchange, 404, "text/plain", "");
        }
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        challenge = query.get("code_challenge");
        exchange.getResponseHeaders()
                .set("Location", query.get("redirect_uri") + "?code=once&state=" + query.get("state"));
        answer(exchange, 302, "text/plain", "");
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean proved = challenge != null
                && challenge.equals(challengeOf(form.get("code_verifier")))
                && "once".equals(form.get("code"))
                && "page".equals(form.get("client_id"));
        challenge = null;
        answer(
                exchange,
                proved ? 200 : 400,
                "application/json",
                proved
                        ? "{\"access_token\":\"%s\",\"expires_in\":3600}".formatted(TOKEN)
                        : "{\"error\":\"invalid_grant\"}");
    }

    private static String challengeOf(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static Map<String, String> form(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
