package io.hangtag.job;

import io.smallrye.mutiny.Uni;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Kills a process between two calls of its ports: the call with the chosen number fails, either before it is made or after
 * it was, when only its answer is lost.
 */
final class Interruptions {
    /** The process is gone; nobody catches that. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed(int call) {
            super("killed at call " + call, null, false, false);
        }
    }

    private int calls;
    private int killAt = Integer.MAX_VALUE;
    private boolean afterTheCall;

    /** Kills at that call, counted from 1. */
    void killAt(int call, boolean afterTheCall) {
        this.calls = 0;
        this.killAt = call;
        this.afterTheCall = afterTheCall;
    }

    void never() {
        killAt = Integer.MAX_VALUE;
    }

    int calls() {
        return calls;
    }

    /** The port, with its calls counted. */
    <T> T on(Class<T> port, T implementation) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    try {
                        Uni<?> call = (Uni<?>) method.invoke(implementation, arguments);
                        return Uni.createFrom().deferred(() -> counted(call));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private <T> Uni<T> counted(Uni<T> call) {
        calls++;
        int number = calls;
        if (number == killAt && !afterTheCall) {
            throw new Killed(number);
        }
        return call.invoke(() -> {
            if (number == killAt) {
                throw new Killed(number);
            }
        });
    }
}
