package io.hangtag.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.LetterboxSpec;
import io.hangtag.image.ResizeFilter;
import io.hangtag.image.RgbColor;
import io.hangtag.image.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a package folder and refuses, with {@code MODEL_REFUSED} and a sentence, whatever breaks the contract of
 * {@code docs/model-package.md}. Stateless.
 */
public final class ModelPackageReader {
    private static final int SCHEMA = 1;
    private static final int DECISION_RULE = 1;

    private final ObjectMapper json;

    public ModelPackageReader(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads one package.
     *
     * @param directory the folder that holds packages
     * @param name the package's folder
     */
    public ModelPackage read(Path directory, String name) {
        Path folder = directory.resolve(name);
        if (!Files.isRegularFile(folder.resolve("model.json"))) {
            throw new HangtagException(
                    ErrorCode.MODEL_REFUSED,
                    "There is no model package '%s' in %s%s; set hangtag.model.name or hangtag.model.directory"
                            .formatted(name, directory, available(directory)));
        }
        ModelDescription description = description(folder.resolve("model.json"));
        Path file = folder.resolve("model.onnx");
        PackageCheck check = new PackageCheck(folder);
        check.that(description.schema() != null && description.schema() == SCHEMA, "schema", "must be " + SCHEMA);
        check.that(
                description.decisionRule() != null && description.decisionRule() == DECISION_RULE,
                "decisionRule",
                "must be " + DECISION_RULE);
        check.verified(file, description.sha256(), "sha256");
        ModelDescription.Outputs outputs = check.present(description.outputs(), "outputs");
        double temperature = check.present(description.temperature(), "temperature");
        check.that(temperature > 0 && temperature < Double.POSITIVE_INFINITY, "temperature", "must be above 0");
        Taxonomy taxonomy = new TaxonomyReader(check).read(description);
        return new ModelPackage(
                version(check, description),
                file,
                description.sha256(),
                Optional.ofNullable(description.licence()),
                check.present(check.present(description.input(), "input").name(), "input.name"),
                letterbox(check, description.input()),
                check.present(outputs.logits(), "outputs.logits"),
                Optional.ofNullable(outputs.clothing()),
                head(check, folder, description, taxonomy),
                taxonomy,
                temperature,
                Optional.ofNullable(description.metrics()).orElseGet(JsonNodeFactory.instance::objectNode));
    }

    private ModelDescription description(Path file) {
        try {
            return json.readValue(file.toFile(), ModelDescription.class);
        } catch (IOException e) {
            throw new HangtagException(
                    ErrorCode.MODEL_REFUSED, "%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static ModelVersion version(PackageCheck check, ModelDescription description) {
        try {
            return new ModelVersion(description.name(), description.version());
        } catch (IllegalArgumentException e) {
            throw check.refusal("name, version", e.getMessage());
        }
    }

    private static Optional<ClassHead> head(
            PackageCheck check, Path folder, ModelDescription description, Taxonomy taxonomy) {
        return Optional.ofNullable(description.head())
                .map(head -> new ClassHeadReader(check, folder)
                        .read(
                                head,
                                description.outputs().activation(),
                                taxonomy.classes().size()));
    }

    private static LetterboxSpec letterbox(PackageCheck check, ModelDescription.Input input) {
        List<Integer> pad = check.present(input.pad(), "input.pad");
        check.that(pad.size() == 3, "input.pad", "must be three levels");
        try {
            return new LetterboxSpec(
                    check.present(input.size(), "input.size"),
                    ResizeFilter.ofName(check.present(input.filter(), "input.filter")),
                    new RgbColor(pad.get(0), pad.get(1), pad.get(2)),
                    tone(check, input));
        } catch (IllegalArgumentException e) {
            throw check.refusal("input", e.getMessage());
        }
    }

    private static Tone tone(PackageCheck check, ModelDescription.Input input) {
        boolean grey = "grey".equals(input.color());
        check.that(grey || "rgb".equals(input.color()), "input.color", "must be 'rgb' or 'grey'");
        if (input.invert() == null) {
            return grey ? Tone.GREY : Tone.COLOR;
        }
        check.that(
                grey && "light-ground".equals(input.invert()),
                "input.invert",
                "must be 'light-ground', of a grey input, or absent");
        return Tone.GREY_ON_DARK;
    }

    private static String available(Path directory) {
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("model.json")))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .collect(Collectors.joining(", ", " (there is: ", ")"));
        } catch (IOException e) {
            return ", which cannot be listed";
        }
    }
}
