package io.hangtag.order;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Runs tasks one at a time, call by call: a task pauses before each call to a store, be it several at once, and makes the one
 * that it is told to make. So whoever drives this chooses every interleaving, and where a task dies.
 */
final class StepScheduler implements AutoCloseable {
    /** Calls that a task stands before at once are chosen from in this order; threads come to them in any. */
    private static final List<String> FIRST_TO_LAST =
            List.of("GetItem", "GetObject", "HeadObject", "GetObjectAcl", "GetObjectTagging");

    private final ExecutorService threads;
    private final List<Task> started = new ArrayList<>();
    private volatile Task running;

    /** Takes its threads from a pool that outlives it. */
    StepScheduler(ExecutorService threads) {
        this.threads = threads;
    }

    /** Threads that keep no process alive. */
    static ExecutorService threads() {
        return Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "order");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins a task and brings it to its first calls. */
    Task start(Supplier<Uni<?>> work) {
        Task task = new Task();
        started.add(task);
        task.begin(work);
        return task;
    }

    /** Where stores make their calls: on a thread of the task under way, or at once outside of tasks. */
    void execute(Runnable call) {
        Task task = running;
        if (task == null) {
            call.run();
        } else {
            task.fork(call);
        }
    }

    /** Every call of a store goes through here first; what runs outside of tasks goes on at once. */
    void beforeCall(String call) {
        Task task = running;
        if (task != null) {
            task.pause(call);
        }
    }

    /** Whether the answer of the call under way is lost, so that its caller makes it once more. */
    boolean answerIsLost() {
        Task task = running;
        return task != null && task.takeLostAnswer();
    }

    /** Ends what is still under way. */
    @Override
    public void close() {
        started.forEach(Task::crash);
    }

    /** A call that a task stands before. */
    private record Pending(String name, Semaphore turn) {}

    /** One delivery, or one person's request. */
    final class Task {
        private final List<Pending> pending = new ArrayList<>();
        private final Set<String> madeAhead = new HashSet<>();
        private int working;
        private boolean dead;
        private boolean ended;
        private boolean losesAnswer;
        private Throwable failure;

        private void begin(Supplier<Uni<?>> work) {
            running = this;
            fork(() -> work.get().subscribe().with(done -> end(null), this::end));
            awaitPause();
        }

        private synchronized void fork(Runnable part) {
            working++;
            threads.execute(() -> {
                try {
                    part.run();
                } finally {
                    leave();
                }
            });
        }

        private synchronized void leave() {
            working--;
            notifyAll();
        }

        private synchronized void end(Throwable thrown) {
            failure = thrown;
            ended = true;
        }

        private void pause(String call) {
            Pending here = new Pending(call, new Semaphore(0));
            boolean waits = !isDead();
            if (waits) {
                synchronized (this) {
                    pending.add(here);
                    pending.sort(Comparator.comparing(it -> FIRST_TO_LAST.indexOf(it.name())));
                    leave();
                }
                here.turn().acquireUninterruptibly();
            }
            if (isDead()) {
                throw new Crash();
            }
        }

        private synchronized boolean isDead() {
            return dead;
        }

        private boolean takeLostAnswer() {
            boolean lost = losesAnswer;
            losesAnswer = false;
            return lost;
        }

        /**
         * Makes one of the calls that it stands before, and goes on until all its threads stand before calls or it has ended.
         *
         * @param choice which of them, from 0
         */
        void proceed(int choice) {
            if (!isEnded()) {
                running = this;
                release(choice);
                awaitPause();
            }
        }

        private synchronized void release(int choice) {
            Pending next = pending.remove(choice % pending.size());
            if (pending.isEmpty()) {
                madeAhead.clear();
            } else {
                madeAhead.add(next.name());
            }
            working++;
            next.turn().release();
        }

        private synchronized void awaitPause() {
            while (working > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("The driver was interrupted", e);
                }
            }
            running = null;
            if (pending.isEmpty() != ended) {
                throw new IllegalStateException("A task stands before a call, or has ended, and never both");
            }
        }

        /** Goes on to the end. */
        void finish(int choice) {
            while (!isEnded()) {
                proceed(choice);
            }
        }

        /** Ends before the calls that it stands before; no later call of it has an effect. */
        void crash() {
            synchronized (this) {
                dead = true;
            }
            finish(0);
        }

        /** The next call takes effect, but its answer is lost. */
        void loseNextAnswer() {
            losesAnswer = true;
        }

        /** Whether it stands before that call. */
        synchronized boolean standsBefore(String call) {
            return pending.stream().anyMatch(it -> it.name().equals(call));
        }

        /** Whether it has made that call, and stands before another that was to be made at once with it. */
        synchronized boolean hasMadeAhead(String call) {
            return madeAhead.contains(call);
        }

        synchronized boolean isEnded() {
            return ended;
        }

        /** Whether it came to its end without failing. */
        synchronized boolean isDone() {
            return ended && !dead && failure == null;
        }
    }

    /** The process ended here. */
    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("The process ended here", null, false, false);
        }
    }
}
