package io.hangtag.testing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.Tag;

/** Tags as the header {@code x-amz-tagging} carries them: like the query of an address. */
final class TagHeader {
    private TagHeader() {}

    static List<Tag> read(String header) {
        return Stream.of(header.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(TagHeader::tag)
                .toList();
    }

    private static Tag tag(String pair) {
        int equals = pair.indexOf('=');
        return Tag.builder()
                .key(decoded(pair.substring(0, equals)))
                .value(decoded(pair.substring(equals + 1)))
                .build();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
