package io.hangtag.api.service;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import io.hangtag.model.Decision;
import io.hangtag.model.Taxonomy;
import io.hangtag.tagging.Naming;
import java.nio.charset.StandardCharsets;

/** Holds what a person says of a photo against what can be said. Stateless. */
final class NamingRules {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 500;

    private final Taxonomy taxonomy;

    NamingRules(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** The naming, or a refusal that says which part of it cannot be. */
    Naming naming(String classId, String by, String why) {
        checkAuthor(by, why);
        if (classId == null) {
            throw missing("A label has a 'class'");
        }
        if (!classId.equals(Decision.NOT_CLOTHING) && taxonomy.find(classId).isEmpty()) {
            throw invalid("'class' is an id of GET /api/classes or not-clothing");
        }
        return new Naming(classId, by, why);
    }

    /** Refuses what no label can have as its author and reason. */
    void checkAuthor(String by, String why) {
        if (by == null) {
            throw missing("A label has who says it, 'by'");
        }
        if (!isLine(by, LONGEST_NAME)) {
            throw invalid("'by' is a name of 1 to " + LONGEST_NAME + " characters");
        }
        if (why != null && !isLine(why, LONGEST_REASON)) {
            throw invalid("'why' has 1 to " + LONGEST_REASON + " characters, or is left out");
        }
    }

    /** Half of a surrogate pair is no character, and no store takes it. */
    private static boolean isLine(String text, int longest) {
        return !text.isBlank()
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static RequestProblemException missing(String detail) {
        return new RequestProblemException(RequestProblem.MALFORMED_BODY, detail);
    }

    private static RequestProblemException invalid(String detail) {
        return new RequestProblemException(RequestProblem.INVALID_PARAMETER, detail);
    }
}
