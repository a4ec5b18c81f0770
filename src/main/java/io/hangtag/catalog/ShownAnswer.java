package io.hangtag.catalog;

import io.hangtag.model.AnswerLevel;

/**
 * What a photo is said to show: the person's word first, the model's where there is none.
 *
 * @param level how precise it is
 * @param classId {@code null} where nothing could be answered
 * @param group {@code null} where not answered
 * @param garment {@code null} where not answered
 * @param audience {@code null} where not answered
 * @param pattern {@code null} where not answered, or where the class says nothing of it
 */
public record ShownAnswer(
        AnswerLevel level, String classId, String group, String garment, String audience, String pattern) {
    /** Of a photo that could not be read. */
    public static final ShownAnswer NONE = new ShownAnswer(AnswerLevel.NONE, null, null, null, null, null);
}
