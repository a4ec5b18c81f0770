package io.hangtag.aws;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.hangtag.job.StepMessage;
import io.hangtag.job.StepQueue;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executor;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Steps of jobs by way of SQS. The client blocks, so every call runs on the given executor. */
public final class SqsStepQueue implements StepQueue {
    private final SqsClient sqs;
    private final URI queue;
    private final BlockingCalls calls;
    private final StoreFailures failures = new StoreFailures();

    public SqsStepQueue(SqsClient sqs, URI queue, Executor executor) {
        this.sqs = sqs;
        this.queue = queue;
        this.calls = new BlockingCalls(executor);
    }

    @Override
    public Uni<Void> send(StepMessage message, Duration delay) {
        return calls.make(() -> sqs.sendMessage(request -> request.queueUrl(queue.toString())
                        .messageBody(body(message))
                        .delaySeconds(seconds(delay))))
                .onFailure()
                .transform(failures::translate)
                .replaceWithVoid();
    }

    private static String body(StepMessage message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("jobId", message.jobId())
                .put("step", message.step())
                .put("token", message.token())
                .toString();
    }

    /** Rounded, so that a rate is kept on average. */
    private static int seconds(Duration delay) {
        Duration bounded = delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
        return Math.toIntExact(bounded.plusMillis(500).toSeconds());
    }
}
