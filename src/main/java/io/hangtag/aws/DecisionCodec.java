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
        out.text(CatalogTable.LEVEL, decision.level().wireName())
                .text(CatalogTable.CLASS, decision.classId())
                .text(CatalogTable.GROUP, decision.group())
                .text(CatalogTable.GARMENT, decision.garment())
                .text(CatalogTable.AUDIENCE, decision.audience())
                .text(CatalogTable.PATTERN, decision.pattern())
                .number(CatalogTable.CONFIDENCE, decision.confidence());
    }

    Decision decode(Map<String, AttributeValue> attributes) {
        AttributeReader in = new AttributeReader(attributes);
        return new Decision(
                in.flag("clothing"),
                AnswerLevel.ofWireName(in.text(CatalogTable.LEVEL)),
                in.text(CatalogTable.CLASS),
                in.text(CatalogTable.GROUP),
                in.text(CatalogTable.GARMENT),
                in.text(CatalogTable.AUDIENCE),
                in.text(CatalogTable.PATTERN),
                in.number(CatalogTable.CONFIDENCE).doubleValue(),
                in.maps("top").stream().map(DecisionCodec::ranked).toList());
    }

    private static RankedClass ranked(Map<String, AttributeValue> attributes) {
        AttributeReader in = new AttributeReader(attributes);
        return new RankedClass(in.text("class"), in.number("probability").doubleValue());
    }
}
