package io.hangtag.api.view;

import io.hangtag.catalog.ShownAnswer;
import io.hangtag.catalog.ShownAnswers;
import io.hangtag.model.Decision;
import io.hangtag.model.Taxonomy;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.PhotoContent;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes views of catalog items: the person's word first, the model's where there is none. */
public final class PhotoViews {
    private final ShownAnswers answers;

    /** Views with the facets of that taxonomy's classes. */
    public PhotoViews(Taxonomy taxonomy) {
        this.answers = new ShownAnswers(taxonomy);
    }

    /** The view of an item. */
    public PhotoView of(CatalogItem item) {
        Decision decision = item.decision();
        ShownAnswer answer = answers.of(item);
        return new PhotoView(
                item.photoId().toString(),
                item.photoId().key(),
                item.revision(),
                item.state(),
                answer.level(),
                answer.classId(),
                answer.group(),
                answer.garment(),
                answer.audience(),
                answer.pattern(),
                decision == null ? null : decision.confidence(),
                decision == null ? List.of() : decision.top(),
                decision == null
                        ? null
                        : new PhotoView.Predicted(decision.level(), decision.classId(), decision.confidence()),
                item.model() == null ? null : item.model().toString(),
                item.content() == null ? null : item.content().uploadedAt(),
                item.taggedAt(),
                content(item.content()),
                item.failure(),
                item.notes(),
                item.human(),
                item.history(),
                item.state() == PhotoState.REMOVED ? null : imagePath(item.photoId()));
    }

    private static PhotoView.Content content(PhotoContent content) {
        return content == null
                ? null
                : new PhotoView.Content(
                        content.size(),
                        content.width(),
                        content.height(),
                        content.contentType(),
                        content.etag(),
                        content.versionId());
    }

    private static String imagePath(PhotoId photoId) {
        String segment =
                URLEncoder.encode(photoId.toString(), StandardCharsets.UTF_8).replace("+", "%20");
        return "/api/photos/" + segment + "/image";
    }
}
