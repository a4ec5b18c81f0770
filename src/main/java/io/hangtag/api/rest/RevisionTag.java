package io.hangtag.api.rest;

import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An item's revision as an entity tag: {@code "3"} (RFC 9110, section 8.8.3). */
final class RevisionTag {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private RevisionTag() {}

    static String of(long revision) {
        return "\"" + revision + "\"";
    }

    /** The revision that a write is meant for. */
    static long parse(String ifMatch) {
        if (ifMatch == null) {
            throw new RequestProblemException(
                    RequestProblem.PRECONDITION_REQUIRED,
                    "Send If-Match with the photo's ETag, so that nobody's change is overwritten unseen");
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new RequestProblemException(
                    RequestProblem.INVALID_PARAMETER, "If-Match is one ETag of the photo, such as \"3\"");
        }
        return Long.parseLong(tag.group(1));
    }
}
