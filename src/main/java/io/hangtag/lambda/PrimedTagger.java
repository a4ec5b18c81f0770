package io.hangtag.lambda;

import io.hangtag.tagging.PhotoTagger;
import java.util.List;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * A tagger as it is deployed, but for what carries the calls of its clients.
 *
 * @param clients that it works with, closed with it
 */
public record PrimedTagger(PhotoTagger tagger, List<SdkAutoCloseable> clients) implements AutoCloseable {
    public PrimedTagger {
        clients = List.copyOf(clients);
    }

    @Override
    public void close() {
        clients.forEach(SdkAutoCloseable::close);
    }
}
