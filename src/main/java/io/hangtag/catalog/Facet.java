package io.hangtag.catalog;

import java.util.Arrays;
import java.util.Optional;

/** What photos are filtered and counted by. The wire names are those of the query parameters and of a photo's fields. */
public enum Facet {
    STATE("state"),
    CLASS("class"),
    GROUP("group"),
    GARMENT("garment"),
    AUDIENCE("audience"),
    PATTERN("pattern"),
    MODEL("model");

    private final String wireName;

    Facet(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** The facet of that wire name. */
    public static Optional<Facet> find(String wireName) {
        return Arrays.stream(values())
                .filter(facet -> facet.wireName.equals(wireName))
                .findFirst();
    }
}
