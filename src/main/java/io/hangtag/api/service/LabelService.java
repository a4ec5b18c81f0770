package io.hangtag.api.service;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import io.hangtag.api.view.LabelRequest;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.Naming;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoLabeller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Takes corrections, after a look at what they say. */
@ApplicationScoped
public class LabelService {
    private final PhotoLabeller labeller;
    private final NamingRules rules;

    LabelService(PhotoLabeller labeller, PhotoClassifier classifier) {
        this.labeller = labeller;
        this.rules = new NamingRules(classifier.modelPackage().taxonomy());
    }

    /** Names a photo; fails with {@code REVISION_CHANGED} if it is no longer the one that was seen. */
    public Uni<CatalogItem> name(PhotoId photoId, long revision, LabelRequest request) {
        if (request == null) {
            throw new RequestProblemException(
                    RequestProblem.MALFORMED_BODY, "A label has a class and who says it, 'by'");
        }
        Naming naming = rules.naming(request.classId(), request.by(), request.why());
        return labeller.name(photoId, revision, naming).map(LabelService::unchanged);
    }

    /** Takes the correction in force back. */
    public Uni<CatalogItem> unname(PhotoId photoId, long revision) {
        return labeller.unname(photoId, revision).map(LabelService::unchanged);
    }

    private static CatalogItem unchanged(Optional<CatalogItem> changed) {
        return changed.orElseThrow(() -> new RequestProblemException(
                RequestProblem.REVISION_CHANGED,
                "The photo was changed since you read it; read it again and decide anew"));
    }
}
