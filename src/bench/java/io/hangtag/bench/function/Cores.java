package io.hangtag.bench.function;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which processor does what: the last one is the measured process's alone; this one, the emulators and their clients have the
 * others. On a single processor they share it.
 *
 * @param processors how many there are
 */
record Cores(int processors) {
    /** Those of this machine, which this process and its children from now on leave the last of. */
    static Cores claim() throws IOException, InterruptedException {
        Cores cores = new Cores(Runtime.getRuntime().availableProcessors());
        if (cores.processors > 1) {
            String own = Long.toString(ProcessHandle.current().pid());
            int status = new ProcessBuilder("taskset", "--all-tasks", "--cpu-list", "--pid", cores.others(), own)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IOException("taskset cannot pin this process; it is of util-linux");
            }
        }
        return cores;
    }

    private String others() {
        return processors == 2 ? "0" : "0-" + (processors - 2);
    }

    /** The command, on the measured processor alone. */
    List<String> pinned(List<String> command) {
        List<String> pinned = new ArrayList<>(List.of("taskset", "--cpu-list", Integer.toString(processors - 1)));
        pinned.addAll(command);
        return pinned;
    }
}
