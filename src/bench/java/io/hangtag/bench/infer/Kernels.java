package io.hangtag.bench.infer;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which operators really run, by ONNX Runtime's own profile, and which instructions for int8 this processor has. */
final class Kernels {
    private static final List<String> INT8_INSTRUCTIONS =
            List.of("avx_vnni", "avx512_vnni", "amx_int8", "asimddp", "i8mm");

    private final OrtEnvironment environment;

    Kernels(OrtEnvironment environment) {
        this.environment = environment;
    }

    /** How often each operator ran in one inference, most often first. */
    String of(SessionSetup setup, int size, Path folder) throws OrtException, IOException {
        Path profile;
        try (OrtSession.SessionOptions options = setup.options()) {
            options.enableProfiling(folder.resolve("profile").toString());
            try (OrtSession session = environment.createSession(setup.model().toString(), options)) {
                new Runs(environment, setup, size, 1).run(session);
                profile = Path.of(session.endProfiling());
            }
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode event : new ObjectMapper().readTree(profile.toFile())) {
            if (event.path("name").asText().endsWith("_kernel_time")) {
                counts.merge(event.path("args").path("op_name").asText(), 1, Integer::sum);
            }
        }
        Files.delete(profile);
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Those that the processor says to have, empty where it says nothing. */
    static String instructions() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            List<String> flags = lines.filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                    .findFirst()
                    .map(line -> List.of(line.split("\\s+")))
                    .orElse(List.of());
            return INT8_INSTRUCTIONS.stream().filter(flags::contains).collect(Collectors.joining(", "));
        }
    }
}
