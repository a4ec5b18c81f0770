package io.hangtag.nativeimage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The application's metadata for GraalVM's native-image ("Reachability Metadata", GraalVM reference manual). */
final class ReachabilityMetadata {
    private static final Path FOLDER = Path.of("src/main/resources/META-INF/native-image/io.hangtag/hangtag");

    private final JsonNode metadata;

    ReachabilityMetadata() throws IOException {
        metadata = new ObjectMapper()
                .readTree(FOLDER.resolve("reachability-metadata.json").toFile());
    }

    /** All types that are named. */
    Set<String> types() {
        return types(entry -> true);
    }

    /** The types that native code may look up and construct. */
    Set<String> jniTypes() {
        return types(entry -> entry.path("jniAccessible").asBoolean());
    }

    /** The types of which native code may call every constructor. */
    Set<String> jniConstructibleTypes() {
        return types(entry -> entry.path("jniAccessible").asBoolean()
                && entry.path("allDeclaredConstructors").asBoolean());
    }

    /** The arguments for native-image. */
    String arguments() throws IOException {
        return Files.readString(FOLDER.resolve("native-image.properties"));
    }

    private Set<String> types(Predicate<JsonNode> filter) {
        return StreamSupport.stream(metadata.path("reflection").spliterator(), false)
                .filter(filter)
                .map(entry -> entry.path("type").asText())
                .collect(Collectors.toSet());
    }
}
