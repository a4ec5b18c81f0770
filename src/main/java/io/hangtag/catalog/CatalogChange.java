package io.hangtag.catalog;

import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoContent;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
import java.time.Instant;

/**
 * What the index is told of a photo that was written.
 *
 * @param photoId which photo
 * @param revision of the item
 * @param changedAt when it was committed, by the clock of whoever did
 * @param state where the photo stands; nothing but what stands above matters of a removed one
 * @param answer what is shown
 * @param model name@version, {@code null} if none looked at it
 * @param confidence of the model's answer, 0..1; 0 where there is none
 * @param uploadedAt when the content was uploaded, or tagged where that is not known
 * @param corrected whether a person's word is in force
 */
public record CatalogChange(
        PhotoId photoId,
        long revision,
        Instant changedAt,
        PhotoState state,
        ShownAnswer answer,
        String model,
        double confidence,
        Instant uploadedAt,
        boolean corrected) {
    /**
     * What an item says.
     *
     * @param changedAt when it was committed
     */
    public static CatalogChange of(CatalogItem item, Instant changedAt, ShownAnswers answers) {
        PhotoContent content = item.content();
        return new CatalogChange(
                item.photoId(),
                item.revision(),
                changedAt,
                item.state(),
                answers.of(item),
                item.model() == null ? null : item.model().toString(),
                item.decision() == null ? 0 : item.decision().confidence(),
                content == null || content.uploadedAt() == null ? item.taggedAt() : content.uploadedAt(),
                item.human() != null);
    }
}
