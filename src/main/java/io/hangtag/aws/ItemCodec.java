package io.hangtag.aws;

import io.hangtag.error.ErrorCode;
import io.hangtag.model.ModelVersion;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.CorrelationId;
import io.hangtag.tagging.PhotoContent;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
import io.hangtag.tagging.Sequencer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A catalog item as DynamoDB attributes. The attributes that indexes are made of stand only on items that belong in the
 * index: a tombstone is in none but that by change.
 */
public final class ItemCodec {
    private final Duration tombstoneRetention;
    private final DecisionCodec decisions = new DecisionCodec();
    private final HumanLabelCodec labels = new HumanLabelCodec();

    public ItemCodec(Duration tombstoneRetention) {
        this.tombstoneRetention = tombstoneRetention;
    }

    /**
     * The item's attributes.
     *
     * @param changedAt when it is committed
     */
    public Map<String, AttributeValue> encode(CatalogItem item, Instant changedAt) {
        AttributeWriter out = new AttributeWriter()
                .text(CatalogTable.PHOTO_ID, item.photoId().toString())
                .text(CatalogTable.BUCKET, item.photoId().bucket())
                .text(CatalogTable.CHANGED_AT, Timestamps.format(changedAt))
                .number(CatalogTable.REVISION, item.revision())
                .text("sequencer", item.sequencer().value())
                .text(CatalogTable.STATE, item.state().wireName());
        if (item.state() == PhotoState.REMOVED) {
            Instant expires = item.taggedAt().plus(tombstoneRetention);
            out.number(CatalogTable.EXPIRES_AT, expires.getEpochSecond())
                    .text("removedAt", Timestamps.format(item.taggedAt()));
        } else {
            out.text(CatalogTable.TAGGED_AT, Timestamps.format(item.taggedAt()))
                    .text(CatalogTable.MODEL, item.model().toString());
            encodeAnswer(item, out);
        }
        encodeContent(item.content(), out);
        out.texts("notes", item.notes());
        if (item.human() != null) {
            out.map("human", labels.encode(item.human()));
        }
        out.maps("history", item.history().stream().map(labels::encode).toList());
        return out.attributes();
    }

    private void encodeAnswer(CatalogItem item, AttributeWriter out) {
        if (item.decision() != null) {
            out.map("decision", decisions.encode(item.decision()));
            decisions.encodeFacets(item.decision(), out);
        }
        if (item.human() != null) {
            out.text(CatalogTable.CLASS, item.human().classId()).flag(CatalogTable.CORRECTED, true);
        }
        if (item.failure() != null) {
            out.text("errorCode", item.failure().code().name())
                    .text("errorText", item.failure().text())
                    // Failed photos are the least certain of all, and so have their place in the index by state.
                    .number(CatalogTable.CONFIDENCE, 0);
        }
    }

    private static void encodeContent(PhotoContent content, AttributeWriter out) {
        if (content != null) {
            out.text("etag", content.etag())
                    .text("versionId", content.versionId())
                    .text("contentHash", content.contentHash())
                    .number("size", content.size())
                    .number("width", content.width())
                    .number("height", content.height())
                    .text("contentType", content.contentType());
            if (content.uploadedAt() != null) {
                out.text(CatalogTable.UPLOADED_AT, Timestamps.format(content.uploadedAt()));
            }
            if (content.correlationId() != null) {
                out.text(CorrelationId.NAME, content.correlationId().value());
            }
        }
    }

    /** The item of such attributes. */
    public CatalogItem decode(Map<String, AttributeValue> attributes) {
        AttributeReader in = new AttributeReader(attributes);
        PhotoState state = PhotoState.ofWireName(in.text(CatalogTable.STATE));
        boolean removed = state == PhotoState.REMOVED;
        String model = in.text(CatalogTable.MODEL);
        Map<String, AttributeValue> decision = in.map("decision");
        Map<String, AttributeValue> human = in.map("human");
        return new CatalogItem(
                PhotoId.parse(in.text(CatalogTable.PHOTO_ID)),
                in.number(CatalogTable.REVISION).longValueExact(),
                new Sequencer(in.text("sequencer")),
                state,
                decodeContent(in),
                decision == null ? null : decisions.decode(decision),
                model == null ? null : ModelVersion.parse(model),
                Instant.parse(in.text(removed ? "removedAt" : CatalogTable.TAGGED_AT)),
                decodeFailure(in),
                in.texts("notes"),
                human == null ? null : labels.decode(human),
                in.maps("history").stream().map(labels::decode).toList());
    }

    private static PhotoContent decodeContent(AttributeReader in) {
        if (in.text("etag") == null) {
            return null;
        }
        return new PhotoContent(
                in.text("etag"),
                in.text("versionId"),
                in.text("contentHash"),
                in.number("size").longValueExact(),
                in.number("width").intValueExact(),
                in.number("height").intValueExact(),
                in.text("contentType"),
                in.text(CatalogTable.UPLOADED_AT) == null ? null : Instant.parse(in.text(CatalogTable.UPLOADED_AT)),
                CorrelationId.of(in.text(CorrelationId.NAME)).orElse(null));
    }

    private static CatalogItem.Failure decodeFailure(AttributeReader in) {
        String code = in.text("errorCode");
        return code == null ? null : new CatalogItem.Failure(ErrorCode.valueOf(code), in.text("errorText"));
    }
}
