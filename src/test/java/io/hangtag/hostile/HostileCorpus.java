package io.hangtag.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All hostile files. As a program it writes them to the folder that it is told, for other tools. */
public final class HostileCorpus {
    private HostileCorpus() {}

    /**
     * The files, the same in every run, made when they are asked for.
     *
     * @param bombSide pixels a side of the pictures that bombs are of, at most {@value Bombs#LARGEST}
     */
    public static Stream<HostileFile> files(int bombSide) {
        return Stream.concat(
                small(),
                made(List.of(
                        OtherFiles::all, Polyglots::all, Misnamed::all, Truncations::all, () -> Bombs.all(bombSide))));
    }

    /** Those that are of one format each, named {@code FORMAT/NAME}; few are larger than some kilobytes. */
    public static Stream<HostileFile> small() {
        return made(List.of(JpegFiles::all, PngFiles::all, GifFiles::all, WebpFiles::all));
    }

    private static Stream<HostileFile> made(List<Supplier<List<HostileFile>>> makers) {
        return makers.stream().flatMap(maker -> maker.get().stream());
    }

    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (HostileFile file : (Iterable<HostileFile>) files(Bombs.LARGEST)::iterator) {
            Path path = folder.resolve(file.name());
            Files.createDirectories(path.getParent());
            Files.write(path, file.bytes());
        }
    }
}
