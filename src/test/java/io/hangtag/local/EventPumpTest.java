package io.hangtag.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.testing.LocalAwsExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.PurgeQueueRequest;

class EventPumpTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int TRIES = 2;

    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension(new QueueSettings(Duration.ofSeconds(1), TRIES));

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> done = new CopyOnWriteArrayList<>();

    @BeforeEach
    void emptyQueues() {
        for (String url : List.of(AWS.queue().url(), AWS.queue().deadLetterUrl())) {
            AWS.clients()
                    .sqs()
                    .purgeQueue(PurgeQueueRequest.builder().queueUrl(url).build());
        }
    }

    @Test
    void handsOverTheEventThatLambdaWould() {
        // given
        send("{\"Records\":[]}");
        Function function = new Function();
        // when
        try (EventPump pump = start(function)) {
            await(() -> !done.isEmpty());
            // then
            JsonNode record = function.events.get(0).path("Records").get(0);
            assertThat(record.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder(
                            "messageId",
                            "receiptHandle",
                            "body",
                            "attributes",
                            "messageAttributes",
                            "md5OfBody",
                            "eventSource",
                            "eventSourceARN",
                            "awsRegion");
            assertThat(record.path("body").asText()).isEqualTo("{\"Records\":[]}");
            assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
            assertThat(record.path("eventSourceARN").asText())
                    .isEqualTo(AWS.queue().arn());
            assertThat(record.path("attributes").path("ApproximateReceiveCount").asText())
                    .isEqualTo("1");
            assertThat(pump).isNotNull();
        }
    }

    @Test
    void deletesWhatSucceededAndOnlyThat() {
        // given
        send("good");
        send("fails once");
        Function function = new Function();
        // when
        try (EventPump pump = start(function)) {
            await(() -> done.size() == 2);
            // then the good one came once, the other one twice
            assertThat(function.bodies()).containsOnlyOnce("good");
            assertThat(function.bodies()).filteredOn("fails once"::equals).hasSize(2);
            assertThat(pump).isNotNull();
        }
        assertThat(AWS.messages(AWS.queue().url())).isZero();
        assertThat(AWS.messages(AWS.queue().deadLetterUrl())).isZero();
    }

    @Test
    void poisonedMessageEndsInTheDeadLetterQueue() {
        // given
        send("fails always");
        send("good");
        Function function = new Function();
        // when
        try (EventPump pump = start(function)) {
            await(() -> AWS.messages(AWS.queue().deadLetterUrl()) == 1);
            assertThat(pump).isNotNull();
        }
        // then
        assertThat(function.bodies()).filteredOn("fails always"::equals).hasSize(TRIES);
        assertThat(done).containsExactly("good");
        List<Message> dead = AWS.clients()
                .sqs()
                .receiveMessage(request -> request.queueUrl(AWS.queue().deadLetterUrl()))
                .messages();
        assertThat(dead).extracting(Message::body).containsExactly("fails always");
    }

    @Test
    void batchOfAFunctionThatThrowsComesAgain() {
        // given
        send("throws once");
        Function function = new Function();
        // when
        try (EventPump pump = start(function)) {
            await(() -> !done.isEmpty());
            assertThat(pump).isNotNull();
        }
        // then
        assertThat(function.bodies()).containsExactly("throws once", "throws once");
    }

    @Test
    void stopWaitsForTheBatchUnderWay() throws Exception {
        // given
        send("slow");
        Function function = new Function();
        EventPump pump = start(function);
        assertThat(function.begun.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                .isTrue();
        // when
        pump.close();
        // then
        assertThat(done).containsExactly("slow");
        assertThat(AWS.messages(AWS.queue().url())).isZero();
    }

    private EventPump start(RequestStreamHandler function) {
        EventPump pump = new EventPump(AWS.clients().sqs(), AWS.queue(), function, json, done::addAll);
        pump.start();
        return pump;
    }

    private void send(String body) {
        AWS.clients()
                .sqs()
                .sendMessage(request -> request.queueUrl(AWS.queue().url()).messageBody(body));
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time").isLessThan(deadline);
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** A function whose messages say how they want to be treated. */
    private static final class Function implements RequestStreamHandler {
        private final ObjectMapper json = new ObjectMapper();
        private final List<JsonNode> events = new CopyOnWriteArrayList<>();
        private final CountDownLatch begun = new CountDownLatch(1);

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            JsonNode event = json.readTree(input);
            events.add(event);
            begun.countDown();
            ObjectNode response = json.createObjectNode();
            ArrayNode failures = response.putArray("batchItemFailures");
            for (JsonNode record : event.path("Records")) {
                if (isFailing(record)) {
                    failures.addObject()
                            .put("itemIdentifier", record.path("messageId").asText());
                }
            }
            json.writeValue(output, response);
        }

        private static boolean isFailing(JsonNode record) throws IOException {
            boolean first =
                    record.path("attributes").path("ApproximateReceiveCount").asInt() == 1;
            switch (record.path("body").asText()) {
                case "fails always":
                    return true;
                case "fails once":
                    return first;
                case "throws once":
                    if (first) {
                        throw new IOException("as asked for");
                    }
                    return false;
                case "slow":
                    pause();
                    return false;
                default:
                    return false;
            }
        }

        private static void pause() {
            try {
                TimeUnit.MILLISECONDS.sleep(700);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        List<String> bodies() {
            return events.stream()
                    .flatMap(event -> event.path("Records").findValuesAsText("body").stream())
                    .toList();
        }
    }
}
