package io.hangtag.bench.scale;

import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * A queue of photos, environments that come as fast as Lambda lets them, and stores that let through what they do. Service times are
 * drawn, with a long tail; a batch that the stores keep waiting beyond the time limit of a call fails and comes again once the
 * queue shows it again. The same seed gives the same result. Not safe from several threads.
 */
final class Simulation {
    /** {@code hangtag.aws.api-call-timeout}. */
    private static final double CALL_LIMIT = 20;

    /** Six times the function's timeout, as template.yaml has it. */
    private static final double HIDDEN = 360;

    /** Of the logarithm: one in twenty takes 1.9 times as long as the median. */
    private static final double SPREAD = 0.4;

    private static final int LAST_ATTEMPT = 5;

    /** Less of the environments' time than this is no wait to speak of. */
    private static final double WAITING_SHARE = 0.02;

    private final Scenario scenario;
    private final SplittableRandom random;
    private final StoreQueue stores;
    private final PriorityQueue<Double> free = new PriorityQueue<>();
    private final PriorityQueue<Again> again = new PriorityQueue<>();
    private long left;
    private int environments;
    private double busy;
    private long invocations;
    private long retried;
    private long deadLetters;
    private double end;
    private double cold;

    Simulation(Scenario scenario, long seed) {
        this.scenario = scenario;
        this.random = new SplittableRandom(seed);
        this.stores = new StoreQueue(scenario.partitions());
        this.left = scenario.photos();
    }

    /** A batch that failed, and when the queue shows it again. */
    private record Again(double second, int photos, int attempt) implements Comparable<Again> {
        @Override
        public int compareTo(Again other) {
            return Double.compare(second, other.second);
        }
    }

    Result run() {
        double now = 0;
        while (left > 0 || !again.isEmpty()) {
            if (left == 0) {
                now = Math.max(now, again.peek().second());
            }
            double start = nextStart(now);
            now = start;
            boolean retry = !again.isEmpty() && again.peek().second() <= now;
            Again batch = retry ? again.poll() : fresh();
            invoke(start, batch);
        }
        return new Result(
                scenario,
                end,
                invocations,
                environments,
                busy,
                retried,
                deadLetters,
                stores.narrowest(WAITING_SHARE * busy));
    }

    private Again fresh() {
        int size = (int) Math.min(left, scenario.function().batchSize());
        left -= size;
        return new Again(0, size, 1);
    }

    /** When the next batch may begin: on an environment that is free by then, or on a new one. */
    private double nextStart(double now) {
        double next = now;
        while (true) {
            boolean idle = !free.isEmpty() && free.peek() <= next;
            if (idle) {
                free.poll();
                return next;
            }
            if (environments < Lambda.batches(next, scenario.maximumConcurrency())
                    && environments < Lambda.NEW_ENVIRONMENTS_PER_SECOND * (next + 10)) {
                environments++;
                cold = scenario.function().coldStartMillis() / 1000;
                return next;
            }
            double whenFree = free.isEmpty() ? Double.MAX_VALUE : free.peek();
            boolean mayGrow = environments < Math.min(scenario.maximumConcurrency(), Lambda.ACCOUNT_CONCURRENCY);
            next = mayGrow ? Math.min(whenFree, next + 0.1) : whenFree;
        }
    }

    private void invoke(double start, Again batch) {
        double begin = start + cold * lengthened();
        double working = scenario.batchMillis(batch.photos(), lengthened(), lengthened()) / 1000;
        double waiting = stores.pass(begin, batch.photos());
        if (waiting > CALL_LIMIT) {
            stores.giveBack(batch.photos());
            waiting = CALL_LIMIT;
            if (batch.attempt() == LAST_ATTEMPT) {
                deadLetters += batch.photos();
            } else {
                retried += batch.photos();
                again.add(new Again(begin + HIDDEN, batch.photos(), batch.attempt() + 1));
            }
        }
        double done = begin + working + waiting;
        cold = 0;
        busy += done - start;
        invocations++;
        end = Math.max(end, done);
        free.add(done);
    }

    /** A factor of median 1 with a long tail. */
    private double lengthened() {
        double normal = 0;
        for (int i = 0; i < 12; i++) {
            normal += random.nextDouble();
        }
        return Math.exp(SPREAD * (normal - 6));
    }
}
