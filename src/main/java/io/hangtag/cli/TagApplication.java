package io.hangtag.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.config.HangtagConfig;
import io.hangtag.tagging.PhotoClassifier;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The app of {@code hangtag tag}: files in, lines out. */
@Singleton
@Unremovable
public class TagApplication implements QuarkusApplication {
    private final PhotoClassifier classifier;
    private final HangtagConfig config;
    private final ObjectMapper json;

    TagApplication(PhotoClassifier classifier, HangtagConfig config, ObjectMapper json) {
        this.classifier = classifier;
        this.config = config;
        this.json = json;
    }

    @Override
    public int run(String... arguments) {
        TagRequest request = TagRequest.ofArguments(arguments);
        try (FilePaths paths = new FilePaths(request.paths(), standardInput());
                Progress progress = request.progress() ? TerminalProgress.of(paths.count()) : new NoProgress();
                TagRun run =
                        new TagRun(new FileTagger(classifier, config.limits().bytes()))) {
            PrintStream out = standardOutput();
            TagOutput output = request.json() ? new JsonOutput(out, json) : new TableOutput(out);
            return run.over(paths, line -> {
                progress.step(() -> output.write(line));
                return !out.checkError();
            });
        }
    }

    private static BufferedReader standardInput() {
        return new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    }

    /** A stream that a closed pipe puts into its error state, and that flushes a line at a time. */
    private static PrintStream standardOutput() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }
}
