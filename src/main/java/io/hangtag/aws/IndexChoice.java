package io.hangtag.aws;

import io.hangtag.tagging.CatalogQuery;
import io.hangtag.tagging.PhotoState;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The index that answers a query without reading anything else, and its cursors.
 *
 * @param name of the index
 * @param partitionKey its partition key attribute
 * @param partition the one partition that is read
 * @param sortKey its sort key attribute
 * @param ascending whether it is read from the least sort key on
 */
record IndexChoice(String name, String partitionKey, String partition, String sortKey, boolean ascending) {
    private static final String SEPARATOR = "\n";

    static IndexChoice of(CatalogQuery query) {
        if (query.classId().isPresent()) {
            return new IndexChoice(
                    CatalogTable.BY_CLASS, CatalogTable.CLASS, query.classId().get(), CatalogTable.TAGGED_AT, false);
        }
        return query.state()
                .map(PhotoState::wireName)
                .map(state -> new IndexChoice(
                        CatalogTable.BY_STATE, CatalogTable.STATE, state, CatalogTable.CONFIDENCE, true))
                .orElseGet(() -> new IndexChoice(
                        CatalogTable.BY_BUCKET, CatalogTable.BUCKET, query.bucket(), CatalogTable.TAGGED_AT, false));
    }

    String writeCursor(Map<String, AttributeValue> key) {
        AttributeValue sort = key.get(sortKey);
        String text = String.join(
                SEPARATOR,
                name,
                partition,
                sortsByNumber() ? sort.n() : sort.s(),
                key.get(CatalogTable.PHOTO_ID).s());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Where a page begins.
     *
     * @throws IllegalArgumentException for a cursor of another query, or none at all
     */
    Map<String, AttributeValue> readCursor(String cursor) {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        List<String> parts = List.of(text.split(SEPARATOR, 4));
        if (parts.size() != 4 || !parts.get(0).equals(name) || !parts.get(1).equals(partition)) {
            throw new IllegalArgumentException("The cursor belongs to another query; begin again without it");
        }
        String sort = parts.get(2);
        if (sortsByNumber() && !sort.matches("[01](\\.\\d{1,40})?")) {
            throw new IllegalArgumentException("The cursor is broken; begin again without it");
        }
        return Map.of(
                partitionKey,
                AttributeValue.fromS(partition),
                sortKey,
                sortsByNumber() ? AttributeValue.fromN(sort) : AttributeValue.fromS(sort),
                CatalogTable.PHOTO_ID,
                AttributeValue.fromS(parts.get(3)));
    }

    private boolean sortsByNumber() {
        return sortKey.equals(CatalogTable.CONFIDENCE);
    }
}
