package io.hangtag.local;

/** Bucket, queues, notification and table, as {@code template.yaml} makes them on AWS. */
final class LocalResources {
    private final LocalClients clients;
    private final LocalNames names;

    LocalResources(LocalClients clients, LocalNames names) {
        this.clients = clients;
        this.names = names;
    }

    /** Creates what is missing; what is there stays as it is. */
    PhotoEventQueue ensure(QueueSettings settings) {
        PhotoEventQueue queue = PhotoEventQueue.ensure(clients.sqs(), settings);
        new PhotoBucket(clients.s3(), names.bucket(), names.uploadPrefix()).ensure(queue);
        new CatalogTableSetup(clients.dynamodb(), names.table()).ensure();
        return queue;
    }
}
