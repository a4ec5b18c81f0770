package io.hangtag.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.sqs.model.Message;

/** One invocation of the function with one batch, as bytes in and bytes out. */
final class FunctionInvocation {
    private final RequestStreamHandler function;
    private final ObjectMapper json;
    private final SqsEvent event;

    FunctionInvocation(RequestStreamHandler function, ObjectMapper json, String queueArn) {
        this.function = function;
        this.json = json;
        this.event = new SqsEvent(json, queueArn);
    }

    /**
     * The messages that are done, which are all that the function did not report.
     *
     * @throws IOException if the invocation failed as a whole, as does any exception
     */
    List<Message> done(List<Message> batch) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.of(batch)), response, new LocalContext());
        Set<String> failed = failed(json.readTree(response.toByteArray()));
        return batch.stream()
                .filter(message -> !failed.contains(message.messageId()))
                .toList();
    }

    private static Set<String> failed(JsonNode response) {
        return StreamSupport.stream(response.path("batchItemFailures").spliterator(), false)
                .map(failure -> failure.path("itemIdentifier").asText())
                .collect(Collectors.toSet());
    }
}
