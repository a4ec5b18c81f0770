package io.hangtag.api.service;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import io.hangtag.api.view.LabelRequest;
import io.hangtag.model.Decision;
import io.hangtag.model.Taxonomy;
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
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 500;

    private final PhotoLabeller labeller;
    private final Taxonomy taxonomy;

    LabelService(PhotoLabeller labeller, PhotoClassifier classifier) {
        this.labeller = labeller;
        this.taxonomy = classifier.modelPackage().taxonomy();
    }

    /** Names a photo; fails with {@code REVISION_CHANGED} if it is no longer the one that was seen. */
    public Uni<CatalogItem> name(PhotoId photoId, long revision, LabelRequest request) {
        return labeller.name(photoId, revision, naming(request)).map(LabelService::unchanged);
    }

    /** Takes the correction in force back. */
    public Uni<CatalogItem> unname(PhotoId photoId, long revision) {
        return labeller.unname(photoId, revision).map(LabelService::unchanged);
    }

    private Naming naming(LabelRequest request) {
        if (request == null || request.classId() == null || request.by() == null) {
            throw new RequestProblemException(
                    RequestProblem.MALFORMED_BODY, "A label has a class and who says it, 'by'");
        }
        String classId = request.classId();
        if (!classId.equals(Decision.NOT_CLOTHING) && taxonomy.find(classId).isEmpty()) {
            throw invalid("'class' is an id of GET /api/classes or not-clothing");
        }
        if (!isLine(request.by(), LONGEST_NAME)) {
            throw invalid("'by' is a name of 1 to " + LONGEST_NAME + " characters");
        }
        if (request.why() != null && !isLine(request.why(), LONGEST_REASON)) {
            throw invalid("'why' has 1 to " + LONGEST_REASON + " characters, or is left out");
        }
        return new Naming(classId, request.by(), request.why());
    }

    private static boolean isLine(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }

    private static CatalogItem unchanged(Optional<CatalogItem> changed) {
        return changed.orElseThrow(() -> new RequestProblemException(
                RequestProblem.REVISION_CHANGED,
                "The photo was changed since you read it; read it again and decide anew"));
    }

    private static RequestProblemException invalid(String detail) {
        return new RequestProblemException(RequestProblem.INVALID_PARAMETER, detail);
    }
}
