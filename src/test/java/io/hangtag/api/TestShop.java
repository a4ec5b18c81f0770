package io.hangtag.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.function.TaggerFunction;
import io.hangtag.local.LocalAws;
import io.hangtag.local.LocalNames;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.sqs.model.Message;

/** A merchant who puts photos into the bucket, and the queue that hands their events to the tagger. */
public final class TestShop {
    private static final String BUCKET = LocalNames.DEFAULT.bucket();

    private final LocalAws aws;
    private final TaggerFunction tagger;
    private final ObjectMapper json = new ObjectMapper();

    public TestShop(LocalAws aws, TaggerFunction tagger) {
        this.aws = aws;
        this.tagger = tagger;
    }

    /** Puts an object under a declared type, has it tagged, and gives back its photoId. */
    public String tagged(String key, byte[] content, String declaredType) {
        aws.clients()
                .s3()
                .putObject(
                        request -> request.bucket(BUCKET).key(key).contentType(declaredType),
                        RequestBody.fromBytes(content));
        while (deliver() == 0) {
            Thread.onSpinWait();
        }
        return BUCKET + "/" + key;
    }

    /** Hands what waits in the queue to the function, as Lambda does, and says how many messages that were. */
    public int deliver() {
        List<Message> messages = aws.clients()
                .sqs()
                .receiveMessage(request -> request.queueUrl(aws.queue().url())
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(1))
                .messages();
        if (messages.isEmpty()) {
            return 0;
        }
        ObjectNode batch = json.createObjectNode();
        ArrayNode records = batch.putArray("Records");
        messages.forEach(message -> records.addObject()
                .put("messageId", message.messageId())
                .put("eventSource", "aws:sqs")
                .put("body", message.body()));
        try {
            tagger.handleRequest(
                    new ByteArrayInputStream(json.writeValueAsBytes(batch)), new ByteArrayOutputStream(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        messages.forEach(message -> aws.clients()
                .sqs()
                .deleteMessage(request -> request.queueUrl(aws.queue().url()).receiptHandle(message.receiptHandle())));
        return messages.size();
    }

    /** The photoId as one segment of a path. */
    public static String segment(String photoId) {
        return URLEncoder.encode(photoId, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
