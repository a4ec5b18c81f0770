package io.hangtag.api.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Posts a form as a browser does: the fields in order, the file last. */
public final class BrowserForm {
    private static final String BOUNDARY = "----hangtag-test";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** Sends it and gives back status and body. */
    public static HttpResponse<String> post(URI url, Map<String, String> fields, byte[] file)
            throws IOException, InterruptedException {
        BrowserForm form = new BrowserForm();
        fields.forEach((name, value) -> form.write(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value)));
        form.write("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n".formatted(BOUNDARY));
        form.body.write(file);
        form.write("\r\n--%s--\r\n".formatted(BOUNDARY));
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.body.toByteArray()))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
