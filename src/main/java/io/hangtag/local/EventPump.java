package io.hangtag.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Stands for Lambda's event source mapping: takes messages from the queue, hands them to the function in batches, and
 * deletes those that it did not report as failed ("How Lambda processes records from Amazon SQS", AWS Lambda Developer
 * Guide). The others come again when their visibility timeout ends, and go to the dead-letter queue in the end.
 */
public final class EventPump implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EventPump.class);
    private static final int WORKERS = 2;
    private static final int BATCH = 10;
    /** Short, because a stop waits for it. */
    private static final int POLL_SECONDS = 1;

    private static final int STOP_SECONDS = 30;

    private final SqsClient sqs;
    private final PhotoEventQueue queue;
    private final FunctionInvocation invocation;
    private final Consumer<List<String>> listener;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, new PumpThreads());
    private volatile boolean running = true;

    /**
     * Made and not yet started.
     *
     * @param function the very class that Lambda runs
     * @param listener is told the bodies of the messages that are done
     */
    public EventPump(
            SqsClient sqs,
            PhotoEventQueue queue,
            RequestStreamHandler function,
            ObjectMapper json,
            Consumer<List<String>> listener) {
        this.sqs = sqs;
        this.queue = queue;
        this.invocation = new FunctionInvocation(function, json, queue.arn());
        this.listener = listener;
    }

    /** Starts the workers. */
    public void start() {
        for (int worker = 0; worker < WORKERS; worker++) {
            workers.execute(this::work);
        }
    }

    private void work() {
        while (running) {
            try {
                List<Message> batch = receive();
                if (!batch.isEmpty()) {
                    handle(batch);
                }
            } catch (SdkException e) {
                if (running) {
                    LOG.warnf("The queue does not answer: %s", e.getMessage());
                    pause();
                }
            }
        }
    }

    private List<Message> receive() {
        return sqs.receiveMessage(request -> request.queueUrl(queue.url())
                        .maxNumberOfMessages(BATCH)
                        .waitTimeSeconds(POLL_SECONDS)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    private void handle(List<Message> batch) {
        try {
            List<Message> done = invocation.done(batch);
            delete(done);
            listener.accept(done.stream().map(Message::body).toList());
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "A batch of %d messages has to come again", batch.size());
        }
    }

    private void delete(List<Message> done) {
        if (done.isEmpty()) {
            return;
        }
        List<DeleteMessageBatchRequestEntry> entries = done.stream()
                .map(message -> DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
                .toList();
        sqs.deleteMessageBatch(request -> request.queueUrl(queue.url()).entries(entries));
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the batches under way are done; takes no new ones. */
    @Override
    public void close() {
        running = false;
        workers.shutdown();
        try {
            if (!workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warnf("A batch is still under way after %d s; its messages will come again", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
