package io.hangtag.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.config.HangtagConfig.MetadataWrite;
import io.hangtag.local.EventPump;
import io.hangtag.local.QueueSettings;
import io.hangtag.testing.LocalAwsExtension;
import io.hangtag.testing.SuiteCounts;
import io.hangtag.testing.SuiteSize;
import io.hangtag.testing.TestBucket;
import io.hangtag.testing.TestPictures;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Uploads while both stores throttle, fail, dawdle, cut bodies short and lose answers: every photo ends tagged or in the
 * dead-letter queue with its cause in the log, a replay tags the rest, and each item is committed once.
 */
@Tag("faults")
class FaultsTest {
    private static final long SEED = 20261122;
    private static final List<Fault> FAULTS = List.of(
            Fault.THROTTLED,
            Fault.INTERNAL_ERROR,
            Fault.TIMEOUT,
            Fault.SLOW_BODY,
            Fault.TRUNCATED_BODY,
            Fault.RESET,
            Fault.ANSWER_LOST);

    /** One call in so many is disturbed. */
    private static final int ONE_IN = 12;

    /** One photo in so many is denied, until the policy is mended. */
    private static final int DENIED_ONE_IN = 10;

    @RegisterExtension
    static final LocalAwsExtension AWS = new LocalAwsExtension(new QueueSettings(Duration.ofSeconds(20), 2));

    private final Random random = new Random(SEED);
    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    @Test
    void everyPhotoEndsTaggedOrInTheDeadLetterQueueAndAReplayTagsTheRest() throws Exception {
        // given
        int uploads = SuiteSize.current().of(60, 2_000);
        TestBucket bucket = new TestBucket(AWS.aws());
        Logger logger = Logger.getLogger("io.hangtag.function.SqsBatch");
        Handler handler = new Recorder();
        logger.addHandler(handler);
        byte[] photo = TestPictures.png(TestPictures.RED_SHIRT);
        int letters;
        try (DisturbedTagger tagger = new DisturbedTagger(AWS.endpoints(), MetadataWrite.BOTH)) {
            tagger.s3().disturb(this::s3Fault);
            tagger.dynamoDb().disturb(call -> fault());
            EventPump first = pump(tagger);
            first.start();

            // when
            IntStream.range(0, uploads).forEach(i -> bucket.put(key(i), photo));
            await(() -> AWS.messages(AWS.queue().url()) == 0);
            first.close();

            // then what is not tagged is a dead letter, and the log says why
            letters = AWS.messages(AWS.queue().deadLetterUrl());
            long untagged = IntStream.range(0, uploads)
                    .filter(i -> bucket.item(key(i)).isEmpty())
                    .count();
            assertThat((long) letters).isGreaterThanOrEqualTo(untagged).isPositive();

            // when the stores are well again, and the dead letters are replayed
            Function<StoreCall, Fault> well = call -> Fault.NONE;
            tagger.s3().disturb(well);
            tagger.dynamoDb().disturb(well);
            replay();
            try (EventPump second = pump(tagger)) {
                second.start();
                await(() -> AWS.messages(AWS.queue().url()) == 0);
            }

            // then
            assertThat(AWS.messages(AWS.queue().deadLetterUrl())).isZero();
            for (int i = 0; i < uploads; i++) {
                Map<String, AttributeValue> item = bucket.item(key(i));
                assertThat(item).as(key(i)).containsEntry("state", AttributeValue.fromS("tagged"));
                assertThat(item.get("revision").n()).as("commits of " + key(i)).isEqualTo("1");
                assertThat(bucket.tags(key(i))).containsEntry("hangtag:class", "red-shirt");
                assertThat(bucket.metadata(key(i))).containsEntry("sku", "4711");
            }
            new SuiteCounts("faults")
                    .with("uploads", uploads)
                    .with("s3", tagger.s3().faults())
                    .with("dynamodb", tagger.dynamoDb().faults())
                    .with("dead-letters", letters)
                    .with("copies", tagger.s3().reached("CopyObject"))
                    .with("losses", 0)
                    .with("duplicates", 0)
                    .close();
        } finally {
            logger.removeHandler(handler);
        }
    }

    private static String key(int number) {
        return "uploads/" + number + ".png";
    }

    private Fault s3Fault(StoreCall call) {
        boolean denied = call.name().equals("GetObject")
                && Integer.parseInt(call.path().replaceAll("\\D+", "")) % DENIED_ONE_IN == 0;
        return denied ? Fault.DENIED : fault();
    }

    private synchronized Fault fault() {
        return random.nextInt(ONE_IN) == 0 ? FAULTS.get(random.nextInt(FAULTS.size())) : Fault.NONE;
    }

    private EventPump pump(DisturbedTagger tagger) {
        return new EventPump(AWS.clients().sqs(), AWS.queue(), tagger.function(), new ObjectMapper(), done -> {});
    }

    /** Moves every dead letter back, once the log is found to name its cause. */
    private void replay() {
        List<Message> batch = letters();
        while (!batch.isEmpty()) {
            for (Message letter : batch) {
                assertThat(log)
                        .anyMatch(line -> line.contains(letter.messageId())
                                && (line.contains("ACCESS_DENIED") || line.contains("STORE_UNAVAILABLE")));
                AWS.clients()
                        .sqs()
                        .sendMessage(
                                request -> request.queueUrl(AWS.queue().url()).messageBody(letter.body()));
                AWS.clients()
                        .sqs()
                        .deleteMessage(request ->
                                request.queueUrl(AWS.queue().deadLetterUrl()).receiptHandle(letter.receiptHandle()));
            }
            batch = letters();
        }
    }

    private static List<Message> letters() {
        return AWS.clients()
                .sqs()
                .receiveMessage(
                        request -> request.queueUrl(AWS.queue().deadLetterUrl()).maxNumberOfMessages(10))
                .messages();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long limit = System.nanoTime() + Duration.ofMinutes(9).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the queue does not empty").isLessThan(limit);
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    /** Keeps what the function says of messages that have to come again. */
    private final class Recorder extends Handler {
        @Override
        public void publish(LogRecord line) {
            Object[] parameters = Objects.requireNonNullElse(line.getParameters(), new Object[0]);
            log.add(line.getMessage() + " " + List.of(parameters));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
