package io.hangtag.bench.decode;

import io.hangtag.image.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One photo, again and again, by one way. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DecodeBenchmark {
    @Param("HANGTAG")
    DecodeWay way;

    @Param("")
    String photo;

    @Param("160")
    int size;

    private ModelInput input;
    private byte[] file;

    @Setup
    public void read() throws IOException {
        input = new ModelInput(way, size);
        file = Files.readAllBytes(Path.of(photo));
    }

    @Benchmark
    public RgbImage modelInput() {
        return input.of(file);
    }
}
