package io.hangtag.testing;

import io.hangtag.local.LocalAws;
import io.hangtag.local.LocalClients;
import io.hangtag.local.LocalEndpoints;
import io.hangtag.local.LocalNames;
import io.hangtag.local.PhotoEventQueue;
import io.hangtag.local.QueueSettings;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The local endpoints for a plain JUnit class, with bucket, queue and table created, on free ports and an empty folder:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final LocalAwsExtension AWS = new LocalAwsExtension();
 * ...
 * AWS.clients().s3().putObject(...);
 * }</pre>
 */
public final class LocalAwsExtension implements BeforeAllCallback, AfterAllCallback {
    private final QueueSettings settings;
    private TemporaryFolder folder;
    private LocalAws aws;

    public LocalAwsExtension() {
        this(QueueSettings.DEFAULT);
    }

    public LocalAwsExtension(QueueSettings settings) {
        this.settings = settings;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        stop();
    }

    void start() throws IOException {
        folder = TemporaryFolder.create("hangtag-test");
        aws = LocalAws.start(LocalPython.interpreter(), folder.path(), LocalNames.DEFAULT, settings);
    }

    void stop() throws IOException {
        if (aws != null) {
            aws.close();
        }
        folder.close();
    }

    public LocalAws aws() {
        return aws;
    }

    public LocalClients clients() {
        return aws.clients();
    }

    public LocalEndpoints endpoints() {
        return aws.endpoints();
    }

    public PhotoEventQueue queue() {
        return aws.queue();
    }

    /** How many messages a queue has, those among them that somebody is handling. */
    public int messages(String queueUrl) {
        Map<QueueAttributeName, String> counts = clients()
                .sqs()
                .getQueueAttributes(request -> request.queueUrl(queueUrl)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
        return counts.values().stream().mapToInt(Integer::parseInt).sum();
    }
}
