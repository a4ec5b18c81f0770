package io.hangtag.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * The event that Lambda makes of a batch of messages ("Example Amazon SQS message event", AWS Lambda Developer Guide).
 */
final class SqsEvent {
    private final ObjectMapper json;
    private final String queueArn;

    SqsEvent(ObjectMapper json, String queueArn) {
        this.json = json;
        this.queueArn = queueArn;
    }

    byte[] of(List<Message> messages) throws JsonProcessingException {
        ObjectNode event = json.createObjectNode();
        ArrayNode records = event.putArray("Records");
        for (Message message : messages) {
            write(message, records.addObject());
        }
        return json.writeValueAsBytes(event);
    }

    private void write(Message message, ObjectNode record) {
        record.put("messageId", message.messageId());
        record.put("receiptHandle", message.receiptHandle());
        record.put("body", message.body());
        ObjectNode attributes = record.putObject("attributes");
        for (MessageSystemAttributeName name : List.of(
                MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                MessageSystemAttributeName.SENT_TIMESTAMP,
                MessageSystemAttributeName.SENDER_ID,
                MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP)) {
            attributes.put(name.toString(), message.attributes().get(name));
        }
        record.putObject("messageAttributes");
        record.put("md5OfBody", message.md5OfBody());
        record.put("eventSource", "aws:sqs");
        record.put("eventSourceARN", queueArn);
        record.put("awsRegion", LocalEndpoints.REGION);
    }
}
