package io.hangtag.hostile;

/**
 * How the tagging of a file ended, as its item tells.
 *
 * @param file the file's name
 * @param expected how it had to end: {@link #TAGGED} or an error code
 * @param actual how it ended; what is neither is an error
 * @param milliseconds of processor time, from the event to the item
 */
record Ending(String file, String expected, String actual, long milliseconds) {
    static final String TAGGED = "TAGGED";
    private static final String SEPARATOR = "\t";

    static Ending of(String line) {
        String[] fields = line.split(SEPARATOR);
        return new Ending(fields[0], fields[1], fields[2], Long.parseLong(fields[3]));
    }

    String line() {
        return String.join(SEPARATOR, file, expected, actual, Long.toString(milliseconds));
    }

    boolean isRight() {
        return actual.equals(expected);
    }
}
