package io.hangtag.api.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Photos as lines of a CSV file for a spreadsheet. */
final class CsvLines {
    private static final String END = "\r\n";
    private static final List<String> COLUMNS = List.of(
            "photoId",
            "state",
            "level",
            "class",
            "group",
            "garment",
            "audience",
            "pattern",
            "confidence",
            "model",
            "uploadedAt",
            "taggedAt",
            "width",
            "height",
            "contentType",
            "corrected",
            "predicted",
            "correctedBy",
            "correctedAt",
            "why",
            "error");

    /** The names of the columns. */
    String header() {
        return String.join(",", COLUMNS) + END;
    }

    /** One photo; what is not known is empty. */
    String of(PhotoView photo) {
        boolean corrected = photo.human() != null;
        boolean read = photo.content() != null && photo.content().contentType() != null;
        return Stream.of(
                                photo.photoId(),
                                photo.state().wireName(),
                                photo.level().wireName(),
                                photo.classId(),
                                photo.group(),
                                photo.garment(),
                                photo.audience(),
                                photo.pattern(),
                                photo.confidence(),
                                photo.model(),
                                photo.uploadedAt(),
                                photo.taggedAt(),
                                read ? photo.content().width() : null,
                                read ? photo.content().height() : null,
                                read ? photo.content().contentType() : null,
                                corrected,
                                photo.predicted() == null
                                        ? null
                                        : photo.predicted().classId(),
                                corrected ? photo.human().by() : null,
                                corrected ? photo.human().at() : null,
                                corrected ? photo.human().why() : null,
                                photo.error() == null ? null : photo.error().code())
                        .map(CsvCells::shown)
                        .collect(Collectors.joining(","))
                + END;
    }
}
