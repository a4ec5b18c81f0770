package io.hangtag.aws;

import io.hangtag.tagging.HumanLabel;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A person's correction as a map attribute. */
final class HumanLabelCodec {
    Map<String, AttributeValue> encode(HumanLabel label) {
        return new AttributeWriter()
                .text("class", label.classId())
                .text("by", label.by())
                .text("at", Timestamps.format(label.at()))
                .text("why", label.why())
                .text("previous", label.previous())
                .text("contentHash", label.contentHash())
                .attributes();
    }

    HumanLabel decode(Map<String, AttributeValue> attributes) {
        AttributeReader in = new AttributeReader(attributes);
        return new HumanLabel(
                in.text("class"),
                in.text("by"),
                Instant.parse(in.text("at")),
                in.text("why"),
                in.text("previous"),
                in.text("contentHash"));
    }
}
