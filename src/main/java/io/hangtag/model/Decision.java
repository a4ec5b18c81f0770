package io.hangtag.model;

import java.util.List;

/**
 * What is answered for one photo: the outcome of the package's decision rule.
 *
 * @param clothing false if the model says that the photo shows no garment; then the level is {@link AnswerLevel#NONE}
 * @param level how precise the answer is
 * @param classId the answered class, {@value #UNIDENTIFIED} above class level, {@value #NOT_CLOTHING} without a garment
 * @param group the answered group, {@code null} at level none
 * @param garment the answered garment, {@code null} above garment level
 * @param audience the class's audience, {@code null} above class level
 * @param pattern the class's pattern, {@code null} above class level or where the class has none
 * @param confidence probability of what was answered, 0..1
 * @param top the five most probable classes, or all of a smaller model, most probable first
 */
public record Decision(
        boolean clothing,
        AnswerLevel level,
        String classId,
        String group,
        String garment,
        String audience,
        String pattern,
        double confidence,
        List<RankedClass> top) {
    public static final String UNIDENTIFIED = "unidentified";
    public static final String NOT_CLOTHING = "not-clothing";

    public Decision {
        top = List.copyOf(top);
    }
}
