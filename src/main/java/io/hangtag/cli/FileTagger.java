package io.hangtag.cli;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.tagging.PhotoClassifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** One file to one line; what is wrong with a file is said in its line. Safe from several threads. */
final class FileTagger {
    private final PhotoClassifier classifier;
    private final int maximumBytes;

    FileTagger(PhotoClassifier classifier, int maximumBytes) {
        this.classifier = classifier;
        this.maximumBytes = maximumBytes;
    }

    TagLine tag(Path file) {
        try {
            return TagLine.of(file, classifier.classify(read(file)));
        } catch (HangtagException e) {
            return TagLine.failed(file, classifier.model(), e);
        }
    }

    /** One byte more than is allowed is enough for the classifier to refuse the file. */
    private byte[] read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(maximumBytes + 1);
        } catch (NoSuchFileException e) {
            throw new HangtagException(ErrorCode.NOT_FOUND, "There is no such file", e);
        } catch (AccessDeniedException e) {
            throw new HangtagException(ErrorCode.ACCESS_DENIED, "The file may not be read", e);
        } catch (IOException e) {
            throw new HangtagException(ErrorCode.STORE_UNAVAILABLE, "The file cannot be read: " + e.getMessage(), e);
        }
    }
}
