package io.hangtag.aws;

import io.hangtag.catalog.CatalogChange;
import io.hangtag.catalog.ShownAnswer;
import io.hangtag.catalog.ShownAnswers;
import io.hangtag.model.AnswerLevel;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads what the index by change holds of an item: {@link CatalogTable#CHANGE_ATTRIBUTES}. */
final class ChangeCodec {
    private final ShownAnswers answers;

    ChangeCodec(ShownAnswers answers) {
        this.answers = answers;
    }

    CatalogChange decode(Map<String, AttributeValue> attributes) {
        AttributeReader in = new AttributeReader(attributes);
        Instant changedAt = Instant.parse(in.text(CatalogTable.CHANGED_AT));
        return new CatalogChange(
                PhotoId.parse(in.text(CatalogTable.PHOTO_ID)),
                in.number(CatalogTable.REVISION).longValueExact(),
                changedAt,
                PhotoState.ofWireName(in.text(CatalogTable.STATE)),
                answer(in),
                in.text(CatalogTable.MODEL),
                in.has(CatalogTable.CONFIDENCE)
                        ? in.number(CatalogTable.CONFIDENCE).doubleValue()
                        : 0,
                uploadedAt(in, changedAt),
                in.flag(CatalogTable.CORRECTED));
    }

    private ShownAnswer answer(AttributeReader in) {
        if (in.flag(CatalogTable.CORRECTED)) {
            return answers.ofPerson(in.text(CatalogTable.CLASS));
        }
        String level = in.text(CatalogTable.LEVEL);
        return level == null
                ? ShownAnswer.NONE
                : new ShownAnswer(
                        AnswerLevel.ofWireName(level),
                        in.text(CatalogTable.CLASS),
                        in.text(CatalogTable.GROUP),
                        in.text(CatalogTable.GARMENT),
                        in.text(CatalogTable.AUDIENCE),
                        in.text(CatalogTable.PATTERN));
    }

    private static Instant uploadedAt(AttributeReader in, Instant changedAt) {
        String uploadedAt = in.text(CatalogTable.UPLOADED_AT);
        String taggedAt = in.text(CatalogTable.TAGGED_AT);
        if (uploadedAt != null) {
            return Instant.parse(uploadedAt);
        }
        return taggedAt == null ? changedAt : Instant.parse(taggedAt);
    }
}
