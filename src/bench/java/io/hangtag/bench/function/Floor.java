package io.hangtag.bench.function;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** {@code infra/bench/python/floor.py}: decoding at the size needed and a run of the model, and nothing else. */
final class Floor implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final Writer photos;

    /**
     * What one photo took, in milliseconds.
     *
     * @param decode wall-clock time until the model's input was there
     * @param run wall-clock time of the model
     * @param processor time of both
     */
    record Took(double decode, double run, double processor) {
        double wall() {
            return decode + run;
        }
    }

    Floor(List<String> command) throws IOException {
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.answers = process.inputReader();
        this.photos = process.outputWriter();
    }

    Took classify(Path photo) throws IOException {
        photos.write(photo + "\n");
        photos.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("The floor has ended, see above");
        }
        String[] fields = answer.split(" ");
        return new Took(
                Double.parseDouble(fields[0]),
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[1]) + Double.parseDouble(fields[3]));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
