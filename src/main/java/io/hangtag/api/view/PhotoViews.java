package io.hangtag.api.view;

import io.hangtag.model.AnswerLevel;
import io.hangtag.model.Decision;
import io.hangtag.model.GarmentClass;
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
    private record Facets(
            AnswerLevel level, String classId, String group, String garment, String audience, String pattern) {
        static final Facets NONE = new Facets(AnswerLevel.NONE, null, null, null, null, null);
    }

    private final Taxonomy taxonomy;

    /** Views with the facets of that taxonomy's classes. */
    public PhotoViews(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** The view of an item. */
    public PhotoView of(CatalogItem item) {
        Decision decision = item.decision();
        Facets facets = facets(item);
        return new PhotoView(
                item.photoId().toString(),
                item.photoId().key(),
                item.revision(),
                item.state(),
                facets.level(),
                facets.classId(),
                facets.group(),
                facets.garment(),
                facets.audience(),
                facets.pattern(),
                decision == null ? null : decision.confidence(),
                decision == null ? List.of() : decision.top(),
                decision == null
                        ? null
                        : new PhotoView.Predicted(decision.level(), decision.classId(), decision.confidence()),
                item.model() == null ? null : item.model().toString(),
                item.taggedAt(),
                content(item.content()),
                item.failure(),
                item.notes(),
                item.human(),
                item.history(),
                item.state() == PhotoState.REMOVED ? null : imagePath(item.photoId()));
    }

    private Facets facets(CatalogItem item) {
        if (item.human() != null) {
            String classId = item.human().classId();
            return taxonomy.find(classId)
                    .map(PhotoViews::of)
                    .orElseGet(() -> new Facets(AnswerLevel.CLASS, classId, null, null, null, null));
        }
        Decision decision = item.decision();
        if (decision == null) {
            return Facets.NONE;
        }
        return new Facets(
                decision.level(),
                decision.classId(),
                decision.group(),
                decision.garment(),
                decision.audience(),
                decision.pattern());
    }

    private static Facets of(GarmentClass named) {
        return new Facets(
                AnswerLevel.CLASS, named.id(), named.group(), named.garment(), named.audience(), named.pattern());
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
