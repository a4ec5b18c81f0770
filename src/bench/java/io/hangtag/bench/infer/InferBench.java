package io.hangtag.bench.infer;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.bench.Durations;
import io.hangtag.bench.Machine;
import io.hangtag.bench.Table;
import io.hangtag.model.ModelPackage;
import io.hangtag.model.ModelPackageReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Goes through all setups in rounds, so that what else the machine does meets all of them. */
@Command(name = "infer", description = "Inference by threads, session options, form of the model, and batch.")
public final class InferBench implements Callable<Integer> {
    @Option(names = "--packages", description = "folder of model packages (default: ${DEFAULT-VALUE})")
    private Path packages = Path.of("models/packages");

    @Option(names = "--model", description = "the package (default: ${DEFAULT-VALUE})")
    private String model = "clothing-73";

    @Option(names = "--float", description = "its float twin, as infra/bench/infer/float_model.py makes it")
    private Optional<Path> floatModel = Optional.empty();

    @Option(names = "--rounds", description = "how often all are gone through (default: ${DEFAULT-VALUE})")
    private int rounds = 10;

    @Option(names = "--runs", description = "inferences a round (default: ${DEFAULT-VALUE})")
    private int runs = 20;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, OrtException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = Files.createTempDirectory("hangtag-bench");
        ModelPackage served = new ModelPackageReader(new ObjectMapper()).read(packages, model);
        int size = served.letterbox().size();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        SessionSetup service = SessionSetup.ofService(served.file(), 1);
        Optimized optimized = new Optimized(environment, service);
        Path onnx = optimized.onnx(folder);
        Path ort = optimized.ort(folder);
        int processors = Runtime.getRuntime().availableProcessors();

        List<SessionSetup> setups = new ArrayList<>(List.of(
                service,
                service.withThreads(processors),
                service.withSpinning(processors),
                service.withArena(),
                service.withLevel("graph as written", OptLevel.NO_OPT),
                service.withLevel("basic optimisation", OptLevel.BASIC_OPT),
                service.withLevel("extended optimisation", OptLevel.EXTENDED_OPT),
                service.withModel("optimised offline, ONNX", onnx, OptLevel.NO_OPT),
                service.withModel("optimised offline, ORT format", ort, OptLevel.NO_OPT)));
        floatModel.ifPresent(file -> setups.add(service.withModel("float32", file, OptLevel.ALL_OPT)));
        out.printf(
                "%s%n%n%s, %d x %d; instructions for int8: %s.%nOperators of one inference: %s%n%n%s%n%s",
                Machine.here(),
                served.version(),
                size,
                size,
                Kernels.instructions(),
                new Kernels(environment).of(service, size, folder),
                setupTable(environment, setups, size),
                batchTable(environment, service, size));
        out.flush();
        Files.delete(onnx);
        Files.delete(ort);
        Files.delete(folder);
        return 0;
    }

    private Table setupTable(OrtEnvironment environment, List<SessionSetup> setups, int size) throws OrtException {
        List<Runs> all = setups.stream()
                .map(setup -> new Runs(environment, setup, size, 1))
                .toList();
        measure(all);
        Table table = new Table(
                "one thread, but for",
                "open, ms",
                "first run, ms",
                "a photo, ms",
                "processor time, ms",
                "ratio to the service's");
        for (Runs one : all) {
            table.row(
                    one.setup().title(),
                    Durations.figure(one.load()),
                    Durations.figure(one.first()),
                    Durations.figure(one.photo()),
                    Durations.figure(one.processor()),
                    Durations.figure(one.photo() / all.get(0).photo()));
        }
        floatModel.ifPresent(file -> table.row(
                "int8 / float32",
                "",
                "",
                "",
                "",
                Durations.figure(all.get(0).photo() / all.get(all.size() - 1).photo())));
        return table;
    }

    private Table batchTable(OrtEnvironment environment, SessionSetup service, int size) throws OrtException {
        List<Integer> batches = List.of(1, 2, 4, 8, 16);
        List<Runs> all = batches.stream()
                .map(batch -> new Runs(environment, service, size, batch))
                .toList();
        measure(all);
        Table table = new Table("photos of one run", "a photo, ms", "photos a second", "ratio to one at a time");
        for (int i = 0; i < all.size(); i++) {
            double photo = all.get(i).photo();
            table.row(
                    batches.get(i),
                    Durations.figure(photo),
                    Durations.figure(1000 / photo),
                    Durations.figure(photo / all.get(0).photo()));
        }
        return table;
    }

    private void measure(List<Runs> all) throws OrtException {
        for (int round = 0; round < rounds; round++) {
            for (Runs one : all) {
                one.round(runs);
            }
        }
    }
}
