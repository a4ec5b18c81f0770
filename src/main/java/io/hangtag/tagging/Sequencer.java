package io.hangtag.tagging;

import java.util.Locale;

/**
 * Orders the events of one object key. S3's sequencers are hex strings of differing lengths, to be compared after padding
 * the shorter on the left with zeros ("Event message structure", Amazon S3 User Guide); they say nothing across keys.
 *
 * @param value upper-case hex digits, padded to {@value #LENGTH} so that plain string order is the right order
 */
public record Sequencer(String value) implements Comparable<Sequencer> {
    static final int LENGTH = 64;

    /** Before every real event: what a photo has that was found by listing, not by an event. */
    public static final Sequencer NONE = of("");

    public Sequencer {
        if (value.length() != LENGTH || !value.matches("[0-9A-F]+")) {
            throw new IllegalArgumentException("A sequencer is " + LENGTH + " hex digits, not '" + value + "'");
        }
    }

    /**
     * Pads what an event carried.
     *
     * @param hex up to 64 hex digits of either case; empty means before every event
     */
    public static Sequencer of(String hex) {
        if (hex.length() > LENGTH) {
            throw new IllegalArgumentException("A sequencer has at most " + LENGTH + " hex digits, not '" + hex + "'");
        }
        return new Sequencer("0".repeat(LENGTH - hex.length()) + hex.toUpperCase(Locale.ROOT));
    }

    @Override
    public int compareTo(Sequencer other) {
        return value.compareTo(other.value);
    }
}
