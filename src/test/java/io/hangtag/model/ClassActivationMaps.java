package io.hangtag.model;

/** Makes maps for tests of other packages. */
public final class ClassActivationMaps {
    private ClassActivationMaps() {}

    /** As the classifier makes one of a run's output. */
    public static ClassActivationMap of(float[] activation, int width, int height, ClassHead head, int classIndex) {
        return ClassActivationMap.of(activation, width, height, head, classIndex);
    }
}
