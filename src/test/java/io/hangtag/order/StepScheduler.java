package io.hangtag.order;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Runs tasks one at a time, call by call: a task pauses before each call to a store, and makes it when it is told to go on. So
 * whoever drives this chooses every interleaving, and where a task dies.
 */
final class StepScheduler implements AutoCloseable {
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

    /** Begins a task and brings it to its first call. */
    Task start(Callable<?> work) {
        Task task = new Task(work);
        started.add(task);
        threads.execute(task::run);
        task.proceed();
        return task;
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

    /** One delivery, or one person's request. */
    final class Task {
        private final Callable<?> work;
        private final Semaphore turn = new Semaphore(0);
        private final Semaphore done = new Semaphore(0);
        private String next;
        private boolean dead;
        private boolean ended;
        private boolean losesAnswer;
        private Throwable failure;

        private Task(Callable<?> work) {
            this.work = work;
        }

        private void run() {
            turn.acquireUninterruptibly();
            try {
                work.call();
            } catch (Throwable thrown) {
                failure = thrown;
            }
            ended = true;
            next = null;
            done.release();
        }

        private void pause(String call) {
            if (!dead) {
                next = call;
                done.release();
                turn.acquireUninterruptibly();
            }
            if (dead) {
                throw new Crash();
            }
        }

        private boolean takeLostAnswer() {
            boolean lost = losesAnswer;
            losesAnswer = false;
            return lost;
        }

        /** Makes the call that it stands before, and goes on to the next one or to the end. */
        void proceed() {
            if (!ended) {
                running = this;
                turn.release();
                done.acquireUninterruptibly();
                running = null;
            }
        }

        /** Goes on to the end. */
        void finish() {
            while (!ended) {
                proceed();
            }
        }

        /** Ends before the call that it stands before; no later call of it has an effect. */
        void crash() {
            dead = true;
            finish();
        }

        /** The next call takes effect, but its answer is lost. */
        void loseNextAnswer() {
            losesAnswer = true;
        }

        /** The call that it stands before, {@code null} at its end. */
        String next() {
            return next;
        }

        boolean isEnded() {
            return ended;
        }

        /** Whether it came to its end without failing. */
        boolean isDone() {
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
