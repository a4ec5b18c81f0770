package io.hangtag.testing;

/** How much a suite does: little in every test run, much where {@code ./hangtag prove SUITE --long} asks for it. */
public enum SuiteSize {
    SHORT,
    LONG;

    /** Of this run: {@code -Dhangtag-test.suite=short|long}, short where it is not said. */
    public static SuiteSize current() {
        String asked = System.getProperty("hangtag-test.suite", "short");
        return switch (asked) {
            case "short" -> SHORT;
            case "long" -> LONG;
            default -> throw new IllegalArgumentException("hangtag-test.suite is short or long, not '" + asked + "'");
        };
    }

    /** The number that goes with this size. */
    public int of(int ofShort, int ofLong) {
        return switch (this) {
            case SHORT -> ofShort;
            case LONG -> ofLong;
        };
    }
}
