package io.hangtag.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A class with its calibrated probability.
 *
 * @param classId a class of the model package
 * @param probability 0..1
 */
public record RankedClass(@JsonProperty("class") String classId, double probability) {}
