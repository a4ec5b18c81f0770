package io.hangtag.function;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.job.StepMessage;
import java.util.Optional;

/** Tells the messages of jobs from those of S3. */
final class StepReader {
    private final ObjectMapper json;

    StepReader(ObjectMapper json) {
        this.json = json;
    }

    /** The step that a message body asks for; empty if it is none of ours, which the reader of events then says. */
    Optional<StepMessage> read(String body) {
        try {
            JsonNode message = json.readTree(body);
            boolean step = message.path("jobId").isTextual()
                    && message.path("step").isIntegralNumber()
                    && message.path("token").isTextual();
            return step
                    ? Optional.of(new StepMessage(
                            message.path("jobId").asText(),
                            message.path("step").asLong(),
                            message.path("token").asText()))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
