package io.hangtag.api.view;

import io.hangtag.catalog.CatalogFilter;
import java.util.Arrays;
import java.util.Optional;

/** What a CSV export is for. */
public enum CsvForm {
    /** A spreadsheet: everything known of each photo. */
    PHOTOS("photos") {
        private final CsvLines lines = new CsvLines();

        @Override
        public CatalogFilter of(CatalogFilter filter) {
            return filter;
        }

        @Override
        public String header() {
            return lines.header();
        }

        @Override
        public String line(PhotoView photo) {
            return lines.of(photo);
        }
    },
    /** Training: what people decided, as {@code labels/corrections.csv} of the models project has it. */
    CORRECTIONS("corrections") {
        @Override
        public CatalogFilter of(CatalogFilter filter) {
            return filter.onlyCorrected();
        }

        @Override
        public String header() {
            return "source,id,classes\n";
        }

        @Override
        public String line(PhotoView photo) {
            // A bucket's name begins with a letter or a digit, so that no cell is a formula.
            return "hangtag," + CsvCells.exact(photo.photoId()) + "," + CsvCells.exact(photo.classId()) + "\n";
        }
    };

    private final String wireName;

    CsvForm(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** The form of that wire name. */
    public static Optional<CsvForm> find(String wireName) {
        return Arrays.stream(values())
                .filter(form -> form.wireName.equals(wireName))
                .findFirst();
    }

    /** The photos of a filter that belong in the file. */
    public abstract CatalogFilter of(CatalogFilter filter);

    /** The names of the columns, as the first line. */
    public abstract String header();

    /** One photo. */
    public abstract String line(PhotoView photo);
}
