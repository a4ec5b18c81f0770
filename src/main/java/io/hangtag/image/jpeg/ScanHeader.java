package io.hangtag.image.jpeg;

import java.util.ArrayList;
import java.util.List;

/**
 * The scan header, SOS (T.81 B.2.3).
 *
 * @param components those coded in this scan
 * @param spectralStart first coefficient of the band, in the coded order
 * @param spectralEnd last coefficient of the band
 * @param approximationHigh bits already left out before, 0 in the first scan of the band
 * @param approximationLow bits still left out after this scan
 */
record ScanHeader(
        List<ScanComponent> components,
        int spectralStart,
        int spectralEnd,
        int approximationHigh,
        int approximationLow) {
    private static final int MOST_COMPONENTS = 4;
    private static final int MOST_BLOCKS_IN_MCU = 10;
    private static final int LARGEST_SHIFT = 13;

    static ScanHeader read(Segment segment, FrameHeader frame) {
        int count = segment.unsignedByte(0);
        if (count < 1 || count > MOST_COMPONENTS) {
            throw invalid();
        }
        List<ScanComponent> components = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            FrameComponent component = find(segment.unsignedByte(1 + 2 * i), frame, components);
            int tables = segment.unsignedByte(2 + 2 * i);
            if (tables >> 4 > 3 || (tables & 15) > 3) {
                throw invalid();
            }
            components.add(new ScanComponent(component, tables >> 4, tables & 15));
        }
        int at = 1 + 2 * count;
        int approximation = segment.unsignedByte(at + 2);
        // A sequential scan has nothing to choose here; some encoders write zeros, which readers pass over.
        ScanHeader scan = frame.progressive()
                ? new ScanHeader(
                        List.copyOf(components),
                        segment.unsignedByte(at),
                        segment.unsignedByte(at + 1),
                        approximation >> 4,
                        approximation & 15)
                : new ScanHeader(List.copyOf(components), 0, ZigZag.LENGTH - 1, 0, 0);
        scan.check(frame.progressive());
        return scan;
    }

    /** Identifiers should differ; where two are equal the components are taken in turn. */
    private static FrameComponent find(int identifier, FrameHeader frame, List<ScanComponent> taken) {
        return frame.components().stream()
                .filter(component -> component.identifier() == identifier)
                .filter(component -> taken.stream().noneMatch(scan -> scan.component() == component))
                .findFirst()
                .orElseThrow(ScanHeader::invalid);
    }

    private void check(boolean progressive) {
        int blocks = components.stream()
                .map(ScanComponent::component)
                .mapToInt(component -> component.horizontalSampling() * component.verticalSampling())
                .sum();
        if (components.size() > 1 && blocks > MOST_BLOCKS_IN_MCU) {
            throw invalid();
        }
        if (progressive) {
            boolean band = spectralStart == 0
                    ? spectralEnd == 0
                    : spectralStart <= spectralEnd && spectralEnd < ZigZag.LENGTH && components.size() == 1;
            boolean steps = approximationLow <= LARGEST_SHIFT
                    && (approximationHigh == 0 || approximationHigh == approximationLow + 1);
            if (!band || !steps) {
                throw invalid();
            }
        }
    }

    private static RuntimeException invalid() {
        return JpegFaults.corrupt("A scan header of this JPEG is against the format's rules");
    }

    /** How many coefficients of each block this scan goes over. */
    int bandLength() {
        return spectralEnd - spectralStart + 1;
    }

    /** Whether this scan holds DC coefficients. */
    boolean hasDc() {
        return spectralStart == 0;
    }

    /** Whether this scan adds a bit to coefficients that earlier scans began. */
    boolean refines() {
        return approximationHigh != 0;
    }
}
