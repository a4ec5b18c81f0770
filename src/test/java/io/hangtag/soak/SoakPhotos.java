package io.hangtag.soak;

import io.hangtag.error.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is uploaded: the drawn examples in all their formats, photos where a folder of them is named, and broken files. */
final class SoakPhotos {
    private static final Path EXAMPLES = Path.of("examples");
    private static final Path GOLDEN = Path.of("models/golden/images");
    private static final String PHOTO_NAME = ".*\\.(jpe?g|png|webp|gif)";
    private static final int MOST_OF_FOLDER = 200;

    private SoakPhotos() {}

    /**
     * All of them, in the same order every time.
     *
     * @param folder photos that must be readable; empty for none
     */
    static List<SoakPhoto> all(Optional<Path> folder) throws IOException {
        List<SoakPhoto> photos = new ArrayList<>(good(EXAMPLES));
        photos.addAll(good(GOLDEN));
        if (folder.isPresent()) {
            photos.addAll(good(folder.get()));
        }
        byte[] jpeg = Files.readAllBytes(EXAMPLES.resolve("floral-dress.jpg"));
        byte[] png = Files.readAllBytes(EXAMPLES.resolve("checked-shirt.png"));
        byte[] webp = Files.readAllBytes(EXAMPLES.resolve("grey-hoodie.webp"));
        photos.add(bad("cut.jpg", Arrays.copyOf(jpeg, jpeg.length / 2), ErrorCode.CORRUPT_IMAGE));
        photos.add(bad("cut.png", Arrays.copyOf(png, png.length / 2), ErrorCode.CORRUPT_IMAGE));
        photos.add(bad("cut.webp", Arrays.copyOf(webp, webp.length / 2), ErrorCode.CORRUPT_IMAGE));
        photos.add(bad("empty.jpg", new byte[0], ErrorCode.EMPTY_OBJECT));
        photos.add(bad("page.jpg", "<html>404</html>".getBytes(StandardCharsets.UTF_8), ErrorCode.UNSUPPORTED_FORMAT));
        photos.add(bad("wide.gif", header("GIF89a", 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0), ErrorCode.CORRUPT_IMAGE));
        byte[] huge = png.clone();
        // The checksum is that of the smaller size.
        huge[16] = 0x7F;
        photos.add(bad("huge.png", huge, ErrorCode.CORRUPT_IMAGE));
        return List.copyOf(photos);
    }

    private static List<SoakPhoto> good(Path folder) throws IOException {
        List<SoakPhoto> photos = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.getFileName().toString().matches(PHOTO_NAME))
                    .sorted()
                    .limit(MOST_OF_FOLDER)
                    .toList()) {
                photos.add(new SoakPhoto(file.getFileName().toString(), Files.readAllBytes(file), Optional.empty()));
            }
        }
        return photos;
    }

    private static SoakPhoto bad(String name, byte[] bytes, ErrorCode code) {
        return new SoakPhoto(name, bytes, Optional.of(code));
    }

    private static byte[] header(String signature, int... more) {
        byte[] bytes = Arrays.copyOf(signature.getBytes(StandardCharsets.US_ASCII), signature.length() + more.length);
        for (int i = 0; i < more.length; i++) {
            bytes[signature.length() + i] = (byte) more[i];
        }
        return bytes;
    }
}
