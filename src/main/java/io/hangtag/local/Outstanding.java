package io.hangtag.local;

import io.hangtag.tagging.PhotoId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Photos that are waited for. */
final class Outstanding {
    private final Set<PhotoId> photos = new HashSet<>();
    private final Set<PhotoId> early = new HashSet<>();

    /** Waits for these too, unless they were answered already. */
    synchronized void add(Collection<PhotoId> more) {
        photos.addAll(more);
        photos.removeAll(early);
    }

    synchronized void answered(PhotoId photo) {
        if (!photos.remove(photo)) {
            early.add(photo);
        }
        notifyAll();
    }

    /**
     * Waits until all are answered, or none has been for that time.
     *
     * @return how many are not
     */
    synchronized int await(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        int last = photos.size();
        while (!photos.isEmpty() && System.nanoTime() < deadline) {
            wait(100);
            if (photos.size() < last) {
                last = photos.size();
                deadline = System.nanoTime() + patience.toNanos();
            }
        }
        early.clear();
        return photos.size();
    }
}
