package io.hangtag.local;

import static io.hangtag.aws.CatalogTable.BUCKET;
import static io.hangtag.aws.CatalogTable.CHANGED_AT;
import static io.hangtag.aws.CatalogTable.PHOTO_ID;

import io.hangtag.tagging.PhotoId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Gives a date of change to the items of a release that wrote none: without it they are in no index that is listed by. Reads
 * the whole table, once in its life.
 */
final class ChangeDates {
    private final DynamoDbClient dynamodb;
    private final String table;
    private final Clock clock;

    ChangeDates(DynamoDbClient dynamodb, String table, Clock clock) {
        this.dynamodb = dynamodb;
        this.table = table;
        this.clock = clock;
    }

    void addMissing() {
        dynamodb.scanPaginator(request -> request.tableName(table)
                        .projectionExpression(PHOTO_ID)
                        .filterExpression("attribute_not_exists(" + CHANGED_AT + ")"))
                .items()
                .forEach(item -> add(item.get(PHOTO_ID)));
    }

    private void add(AttributeValue photoId) {
        try {
            dynamodb.updateItem(request -> request.tableName(table)
                    .key(Map.of(PHOTO_ID, photoId))
                    .conditionExpression(
                            "attribute_exists(" + PHOTO_ID + ") AND attribute_not_exists(" + CHANGED_AT + ")")
                    .updateExpression("SET " + CHANGED_AT + " = :now, #bucket = :bucket")
                    .expressionAttributeNames(Map.of("#bucket", BUCKET))
                    .expressionAttributeValues(Map.of(
                            ":now",
                                    AttributeValue.fromS(clock.instant()
                                            .truncatedTo(ChronoUnit.MILLIS)
                                            .toString()),
                            ":bucket",
                                    AttributeValue.fromS(
                                            PhotoId.parse(photoId.s()).bucket()))));
        } catch (ConditionalCheckFailedException e) {
            // Written or deleted since it was read.
        }
    }
}
