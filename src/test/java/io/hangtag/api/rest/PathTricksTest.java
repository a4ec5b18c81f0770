package io.hangtag.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.api.ApiProfile;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths as an attacker writes them, byte by byte: each is answered by a problem document, none by a fault. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class PathTricksTest {
    @ParameterizedTest
    @CsvSource({
        "/api/photos/hangtag-photos%2F..%2F..%2Fetc%2Fpasswd, 400",
        "/api/photos/hangtag-photos%2F%2e%2e%2Fother%2Fsecret/image, 400",
        "/api/photos/hangtag-photos/../../../etc/passwd, 404",
        "/api/photos/%2e%2e/%2e%2e/etc/passwd, 404",
        "/api/photos/..%2f..%2fetc%2fpasswd, 400",
        "/api/photos/hangtag-photos%2Fuploads%2Fa%00.png, 400",
        "/api/photos/hangtag-photos%2Fuploads%2Fa%0d%0aSet-Cookie:x.png, 400",
        "/api/photos/hangtag-photos%2F%ED%A0%80.png, 404",
        "/api/photos/hangtag-photos%2F%C0%AE%C0%AE%2Fx, 404",
        "/api/photos/hangtag-photos%2F%FF, 404",
        "/api/photos/other-bucket%2Fsecret.png/image?size=96, 404",
        "/api/photos/other-bucket%2Fsecret.png/tags, 404",
        "/api/photos/hangtag-photos%252F..%252Fx, 400",
        "/api/photos/%2F%2F%2F, 400",
        "/api/photos/hangtag-photos%2Fx/image/image, 404",
        "/api/photos/hangtag-photos%2Fx/label, 404",
        "/api/photos/hangtag-photos%2Fuploads%2Fnone.png/explanation?class=%00, 400",
        "/api/photos?class=%ED%A0%80, 400",
    })
    void answersWithAProblemDocument(String path, int status) throws IOException {
        String response = get(path);

        assertThat(response).startsWith("HTTP/1.1 " + status);
        assertThat(response).contains("application/problem+json").contains("\"code\":\"");
    }

    /** No text at all: the HTTP server refuses it before anyone could word a document. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/api/photos/hangtag-photos%2F%zz", "/api/photos/hangtag-photos%2F%", "/api/photos?state=%"})
    void refusesBrokenPercentEncoding(String path) throws IOException {
        assertThat(get(path)).startsWith("HTTP/1.1 400");
    }

    private static String get(String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(10_000);
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
