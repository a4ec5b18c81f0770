package io.hangtag.image.jpeg;

import io.hangtag.error.HangtagException;
import java.util.List;

/** Goes through the MCUs of a scan and the blocks of each (T.81 A.2), passes restart markers, and says where it broke. */
final class ScanWalker {
    private static final int RESTART_MARKERS = 8;

    private final List<ComponentLayout> components;
    private final int mcusWide;
    private final int mcusHigh;
    private final int restartInterval;
    private final EntropyDecoder decoder;
    private int mcusToRestart;
    private int restarts;
    private int mcuRow;

    ScanWalker(ScanHeader scan, FrameLayout layout, int restartInterval, EntropyDecoder decoder) {
        this.components = scan.components().stream()
                .map(component -> layout.components().get(component.component().index()))
                .toList();
        this.restartInterval = restartInterval;
        this.mcusToRestart = restartInterval;
        this.decoder = decoder;
        if (components.size() == 1) {
            // A lone component comes block by block, without those that would only fill an MCU (A.2.2).
            this.mcusWide = components.get(0).blocksWide();
            this.mcusHigh = components.get(0).blocksHigh();
        } else {
            this.mcusWide = layout.mcusWide();
            this.mcusHigh = layout.mcusHigh();
        }
    }

    /** How many blocks the scan codes. */
    long blocks() {
        return (long) mcusWide * mcusHigh * (components.size() == 1 ? 1 : blocksInMcu());
    }

    private int blocksInMcu() {
        return components.stream()
                .map(ComponentLayout::component)
                .mapToInt(component -> component.horizontalSampling() * component.verticalSampling())
                .sum();
    }

    /** Visits all blocks. */
    void walk(BlockVisitor visitor) {
        try {
            if (components.size() == 1) {
                walkBlocks(visitor);
            } else {
                walkMcus(visitor);
            }
        } catch (EntropyFault fault) {
            throw decoder.exhausted() || decoder.atEndOfFile() ? endsEarly() : broken(fault);
        }
    }

    private void walkBlocks(BlockVisitor visitor) {
        for (mcuRow = 0; mcuRow < mcusHigh; mcuRow++) {
            for (int column = 0; column < mcusWide; column++) {
                restartWhereDue();
                visitor.visit(0, mcuRow, column);
            }
            endRow(visitor);
        }
    }

    private void walkMcus(BlockVisitor visitor) {
        int count = components.size();
        int[] high = new int[count];
        int[] wide = new int[count];
        for (int i = 0; i < count; i++) {
            high[i] = components.get(i).component().verticalSampling();
            wide[i] = components.get(i).component().horizontalSampling();
        }
        for (mcuRow = 0; mcuRow < mcusHigh; mcuRow++) {
            for (int mcuColumn = 0; mcuColumn < mcusWide; mcuColumn++) {
                restartWhereDue();
                for (int i = 0; i < count; i++) {
                    for (int y = 0; y < high[i]; y++) {
                        for (int x = 0; x < wide[i]; x++) {
                            visitor.visit(i, mcuRow * high[i] + y, mcuColumn * wide[i] + x);
                        }
                    }
                }
            }
            endRow(visitor);
        }
    }

    private void restartWhereDue() {
        if (restartInterval != 0 && mcusToRestart-- == 0) {
            checkNotExhausted();
            decoder.restart(restarts++ % RESTART_MARKERS);
            mcusToRestart = restartInterval - 1;
        }
    }

    private void endRow(BlockVisitor visitor) {
        checkNotExhausted();
        visitor.endOfMcuRow();
    }

    private void checkNotExhausted() {
        if (decoder.exhausted()) {
            throw endsEarly();
        }
    }

    private HangtagException endsEarly() {
        return JpegFaults.truncated((decoder.atEndOfFile()
                        ? "This JPEG ends after %d %% of its rows"
                        : "A scan of this JPEG ends after %d %%")
                .formatted(percent()));
    }

    private HangtagException broken(EntropyFault fault) {
        return JpegFaults.corrupt(
                "This JPEG is damaged after %d %% of its rows (%s)".formatted(percent(), fault.getMessage()));
    }

    private long percent() {
        return 100L * mcuRow / mcusHigh;
    }
}
