package io.hangtag.testing;

import io.hangtag.job.StepMessage;
import io.hangtag.job.StepQueue;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;

/** A queue with the semantics of SQS: a message stays until it is deleted, and can be delivered more than once. */
public final class InMemoryStepQueue implements StepQueue {
    private record Sent(StepMessage message, Instant due) {}

    private final MutableClock clock;
    private final Deque<Sent> messages = new ArrayDeque<>();
    private int sent;

    public InMemoryStepQueue(MutableClock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Void> send(StepMessage message, Duration delay) {
        return Uni.createFrom().voidItem().invoke(() -> {
            sent++;
            messages.add(new Sent(message, clock.instant().plus(delay)));
        });
    }

    /** The message that is due first, after the clock was moved there; it stays. */
    public Optional<StepMessage> receive() {
        return messages.stream().min(Comparator.comparing(Sent::due)).map(first -> {
            if (first.due().isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), first.due()));
            }
            return first.message();
        });
    }

    public void delete(StepMessage message) {
        messages.removeIf(each -> each.message().equals(message));
    }

    public int size() {
        return messages.size();
    }

    public int sent() {
        return sent;
    }
}
