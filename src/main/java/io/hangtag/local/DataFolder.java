package io.hangtag.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder that photos and catalog survive in. Held by one process at a time; the lock dies with its process. */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Creates the folder if it is not there, and holds it.
     *
     * @throws LocalException if another process holds it, or it cannot be written
     */
    static DataFolder hold(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(lock)) {
                lock.close();
                throw new LocalException(
                        "another hangtag runs on " + folder + ": stop it, or give --data another folder");
            }
            return new DataFolder(folder, lock);
        } catch (IOException e) {
            throw new LocalException(
                    "cannot write to " + folder + ": " + e.getMessage() + "; give --data another folder", e);
        }
    }

    private static boolean isLocked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** A folder inside, created if it is not there. */
    Path folder(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new LocalException("cannot create " + path.resolve(name) + ": " + e.getMessage(), e);
        }
    }

    /** A file inside. */
    Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new LocalException("cannot release " + path + ": " + e.getMessage(), e);
        }
    }
}
