package io.hangtag.model;

/**
 * One class a model can name, with its facets.
 *
 * @param id stable identifier, for example {@code mens-tshirt-solid}
 * @param group {@code top}, {@code bottom}, {@code dress}, or what the package says
 * @param garment display name of the garment, shared by all its classes
 * @param audience whom it is made for
 * @param pattern {@code null} where the class says nothing of the pattern
 * @param threshold the least probability at which the class is answered, 0..1
 */
public record GarmentClass(
        String id, String group, String garment, String audience, String pattern, double threshold) {}
