package io.hangtag.aws;

import io.hangtag.model.AnswerLevel;
import io.hangtag.model.Decision;
import io.hangtag.model.RankedClass;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the model answered, whole in one map attribute, and its facets beside it, where filters and indexes see them. */
final class DecisionCodec {
    Map<String, AttributeValue> encode(Decision decision) {
        AttributeWriter out = new AttributeWriter().flag("clothing", decision.clothing());
        encodeFacets(decision, out);
        out.maps(
                "top",
                decision.top().stream()
                        .map(ranked -> new AttributeWriter()
                                .text("class", ranked.classId())
                                .number("probability", ranked.probability())
                                .attributes())
                        .toList());
        return out.attributes();
    }

    void encodeFacets(Decision decision, AttributeWriter out) {
        out.text("level", decision.level().wireName())
                .text(CatalogTable.CLASS, decision.classId())
                .text("group", decision.group())
                .text("garment", decision.garment())
                .text("audience", decision.audience())
                .text("pattern", decision.pattern())
                .number(CatalogTable.CONFIDENCE, decision.confidence());
    }

    Decision decode(Map<String, AttributeValue> attributes) {
        AttributeReader in = new AttributeReader(attributes);
        return new Decision(
                in.flag("clothing"),
                AnswerLevel.ofWireName(in.text("level")),
                in.text(CatalogTable.CLASS),
                in.text("group"),
                in.text("garment"),
                in.text("audience"),
                in.text("pattern"),
                in.number(CatalogTable.CONFIDENCE).doubleValue(),
                in.maps("top").stream().map(DecisionCodec::ranked).toList());
    }

    private static RankedClass ranked(Map<String, AttributeValue> attributes) {
        AttributeReader in = new AttributeReader(attributes);
        return new RankedClass(in.text("class"), in.number("probability").doubleValue());
    }
}
