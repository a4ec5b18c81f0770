package io.hangtag.local;

import io.hangtag.tagging.PhotoId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Puts events into the queue for photos whose own were lost. ministack counts its sequencers on from the microseconds of its
 * start, so that the microsecond before that start lies after every event of earlier runs and before every one of this.
 */
final class Requeue {
    private static final int BATCH = 10;

    private final SqsClient sqs;
    private final String queueUrl;
    private final PhotoNotification notification;
    private final String sequencer;

    Requeue(SqsClient sqs, String queueUrl, PhotoNotification notification, Instant startOfEvents) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.notification = notification;
        this.sequencer = "%018X".formatted(ChronoUnit.MICROS.between(Instant.EPOCH, startOfEvents) - 1);
    }

    void put(List<PhotoId> photos) {
        for (int from = 0; from < photos.size(); from += BATCH) {
            putBatch(photos.subList(from, Math.min(from + BATCH, photos.size())));
        }
    }

    private void putBatch(List<PhotoId> photos) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (PhotoId photo : photos) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .messageBody(notification.ofPut(photo, sequencer))
                    .build());
        }
        sqs.sendMessageBatch(request -> request.queueUrl(queueUrl).entries(entries));
    }
}
