package io.hangtag.local;

import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

/**
 * The queue that S3 notifies, and the one where messages end that failed too often.
 *
 * @param url of the queue
 * @param arn of the queue
 * @param deadLetterUrl of the dead-letter queue
 */
public record PhotoEventQueue(String url, String arn, String deadLetterUrl) {
    static final String NAME = "hangtag-photo-events";
    static final String DEAD_LETTER_NAME = "hangtag-photo-events-dead";

    /** Creates both, or brings them to these settings. */
    static PhotoEventQueue ensure(SqsClient sqs, QueueSettings settings) {
        String deadLetterUrl = ensure(sqs, DEAD_LETTER_NAME);
        String url = ensure(sqs, NAME);
        sqs.setQueueAttributes(request -> request.queueUrl(url)
                .attributes(Map.of(
                        QueueAttributeName.VISIBILITY_TIMEOUT,
                        Long.toString(settings.visibilityTimeout().toSeconds()),
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
                                .formatted(arn(sqs, deadLetterUrl), settings.maximumReceives()))));
        return new PhotoEventQueue(url, arn(sqs, url), deadLetterUrl);
    }

    /** Both, as they are. */
    static PhotoEventQueue find(SqsClient sqs) {
        String url = url(sqs, NAME);
        return new PhotoEventQueue(url, arn(sqs, url), url(sqs, DEAD_LETTER_NAME));
    }

    private static String ensure(SqsClient sqs, String name) {
        try {
            return url(sqs, name);
        } catch (QueueDoesNotExistException e) {
            return here(sqs, sqs.createQueue(request -> request.queueName(name)).queueUrl());
        }
    }

    private static String url(SqsClient sqs, String name) {
        return here(sqs, sqs.getQueueUrl(request -> request.queueName(name)).queueUrl());
    }

    /** A queue that survived a restart is named with the port of the run that created it. */
    private static String here(SqsClient sqs, String url) {
        URI endpoint = sqs.serviceClientConfiguration().endpointOverride().orElseThrow();
        return endpoint.resolve(URI.create(url).getPath()).toString();
    }

    private static String arn(SqsClient sqs, String url) {
        return sqs.getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
    }
}
