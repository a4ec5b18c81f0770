package io.hangtag.local;

import io.hangtag.tagging.PhotoId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Puts the photos of a folder into the bucket; one that lies there with the same content is left alone. */
final class PhotoUploads {
    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "jpg", "image/jpeg", "jpeg", "image/jpeg", "png", "image/png", "gif", "image/gif", "webp", "image/webp");

    private final S3Client s3;
    private final String bucket;
    private final String prefix;

    PhotoUploads(S3Client s3, String bucket, String prefix) {
        this.s3 = s3;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** What was put. */
    List<PhotoId> of(Path folder) {
        Map<String, String> present =
                s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                        .collect(Collectors.toMap(
                                object -> object.key(), object -> object.eTag().replace("\"", "")));
        List<PhotoId> put = new ArrayList<>();
        for (Path photo : photosIn(folder)) {
            String key = prefix + folder.relativize(photo).toString().replace('\\', '/');
            byte[] content = read(photo);
            if (!md5(content).equals(present.get(key))) {
                s3.putObject(
                        request -> request.bucket(bucket).key(key).contentType(CONTENT_TYPES.get(extension(photo))),
                        RequestBody.fromBytes(content));
                put.add(new PhotoId(bucket, key));
            }
        }
        return put;
    }

    private static List<Path> photosIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> CONTENT_TYPES.containsKey(extension(file)))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LocalException("cannot list the photos of " + folder + ": " + e.getMessage(), e);
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new LocalException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** The entity tag that S3 gives to content put in one part. */
    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
