package io.hangtag.image.jpeg;

import java.util.ArrayList;
import java.util.List;

/**
 * The frame header, SOFn (T.81 B.2.2), of a process that is read.
 *
 * @param progressive whether scans refine coefficients step by step (T.81 annex G)
 * @param arithmetic whether decisions are coded arithmetically (T.81 annex D), not symbols by Huffman codes
 * @param width pixels a row, at least 1
 * @param height rows, at least 1
 * @param components one, three or four
 */
record FrameHeader(boolean progressive, boolean arithmetic, int width, int height, List<FrameComponent> components) {
    private static final int COMPONENT_BYTES = 3;

    static FrameHeader read(Segment segment) {
        boolean progressive = segment.marker() == Markers.START_OF_FRAME_PROGRESSIVE
                || segment.marker() == Markers.START_OF_FRAME_PROGRESSIVE_ARITHMETIC;
        boolean arithmetic = segment.marker() == Markers.START_OF_FRAME_EXTENDED_ARITHMETIC
                || segment.marker() == Markers.START_OF_FRAME_PROGRESSIVE_ARITHMETIC;
        boolean sequentialHuffman = segment.marker() == Markers.START_OF_FRAME_BASELINE
                || segment.marker() == Markers.START_OF_FRAME_EXTENDED;
        if (!progressive && !arithmetic && !sequentialHuffman) {
            throw JpegFaults.unsupported(
                    "Lossless and hierarchical JPEG (marker FF%02X) are not read".formatted(segment.marker()));
        }
        int precision = segment.unsignedByte(0);
        int height = segment.unsignedShort(1);
        int width = segment.unsignedShort(3);
        if (precision != 8) {
            throw JpegFaults.unsupported("A JPEG of %d bits a sample is not read".formatted(precision));
        }
        if (width == 0) {
            throw JpegFaults.corrupt("This JPEG declares a width of 0");
        }
        if (height == 0) {
            throw JpegFaults.unsupported("This JPEG does not declare its height in its frame header");
        }
        return new FrameHeader(progressive, arithmetic, width, height, readComponents(segment));
    }

    private static List<FrameComponent> readComponents(Segment segment) {
        int count = segment.unsignedByte(5);
        if (count == 0) {
            throw JpegFaults.corrupt("This JPEG declares no colour component");
        }
        if (count == 2 || count > 4) {
            throw JpegFaults.unsupported("A JPEG of %d colour components is not read".formatted(count));
        }
        List<FrameComponent> components = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int at = 6 + i * COMPONENT_BYTES;
            int sampling = segment.unsignedByte(at + 1);
            components.add(new FrameComponent(
                    i, segment.unsignedByte(at), sampling >> 4, sampling & 15, segment.unsignedByte(at + 2)));
        }
        checkSampling(components);
        return count == 1 ? List.of(unsampled(components.get(0))) : List.copyOf(components);
    }

    private static void checkSampling(List<FrameComponent> components) {
        int horizontal = 1;
        int vertical = 1;
        for (FrameComponent component : components) {
            int factors = Math.max(component.horizontalSampling(), component.verticalSampling());
            int least = Math.min(component.horizontalSampling(), component.verticalSampling());
            if (least < 1 || factors > 4 || component.quantizationTable() > 3) {
                throw JpegFaults.corrupt("The frame header of this JPEG is against the format's rules");
            }
            horizontal = Math.max(horizontal, component.horizontalSampling());
            vertical = Math.max(vertical, component.verticalSampling());
        }
        for (FrameComponent component : components) {
            if (horizontal % component.horizontalSampling() != 0 || vertical % component.verticalSampling() != 0) {
                throw JpegFaults.unsupported("A JPEG whose colours are subsampled by a fraction is not read");
            }
        }
    }

    /** The factors of a lone component say nothing, its blocks come one by one (T.81 A.2.2). */
    private static FrameComponent unsampled(FrameComponent component) {
        return new FrameComponent(0, component.identifier(), 1, 1, component.quantizationTable());
    }

    int largestHorizontalSampling() {
        return components.stream()
                .mapToInt(FrameComponent::horizontalSampling)
                .max()
                .orElseThrow();
    }

    int largestVerticalSampling() {
        return components.stream()
                .mapToInt(FrameComponent::verticalSampling)
                .max()
                .orElseThrow();
    }
}
