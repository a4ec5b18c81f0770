package io.hangtag.hostile;

import java.util.List;
import java.util.Map;

/** Photos of each format under names of all others. */
final class Misnamed {
    private static final List<String> EXTENSIONS =
            List.of("jpg", "png", "gif", "webp", "heic", "pdf", "txt", "JPEG", "html", "tar.gz");
    private static final Map<String, byte[]> PHOTOS = Map.of(
            "jpeg", Samples.ofDecoder("jpeg", "422.jpg"),
            "png", Samples.ofDecoder("png", "rgba-8.png"),
            "gif", Samples.ofDecoder("gif", "interlaced.gif"),
            "webp", Samples.ofDecoder("webp", "lossy-15x17.webp"));

    private Misnamed() {}

    static List<HostileFile> all() {
        HostileFiles files = new HostileFiles();
        PHOTOS.forEach((format, photo) -> EXTENSIONS.forEach(
                extension -> files.answered("misnamed/is-%s.%s".formatted(format, extension), photo)));
        return files.all();
    }
}
