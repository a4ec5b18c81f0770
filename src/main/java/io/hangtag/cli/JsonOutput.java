package io.hangtag.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.PrintStream;

/** One JSON object a line. */
final class JsonOutput implements TagOutput {
    private final PrintStream out;
    private final ObjectWriter json;

    JsonOutput(PrintStream out, ObjectMapper json) {
        this.out = out;
        this.json = json.writerFor(TagLine.class);
    }

    @Override
    public void write(TagLine line) {
        try {
            out.println(json.writeValueAsString(line));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
