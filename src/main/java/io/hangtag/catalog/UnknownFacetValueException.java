package io.hangtag.catalog;

import java.io.Serial;

/** A filter by a value that neither the model that serves nor any photo has. */
public final class UnknownFacetValueException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Facet facet;

    UnknownFacetValueException(Facet facet, String value) {
        super("No photo and no class of the model has the %s '%s'".formatted(facet.wireName(), value));
        this.facet = facet;
    }

    /** Of which facet. */
    public Facet facet() {
        return facet;
    }
}
