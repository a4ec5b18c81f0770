package io.hangtag.image.jpeg;

import io.hangtag.image.RgbImage;
import java.util.List;

/** Puts the picture together, a row of MCUs at a time: colour brought to full size, then turned into RGB. */
final class PictureAssembler {
    private final FrameLayout frame;
    private final List<ComponentStrip> strips;
    private final Upsampler[] upsamplers;
    private final ColorConverter converter;
    private final byte[][] rows;
    private final int[] offsets;
    private final byte[] pixels;
    private int mcuRow;
    private int nextPixelRow;

    PictureAssembler(FrameLayout frame, ColorModel colorModel) {
        int count = frame.components().size();
        this.frame = frame;
        this.converter = ColorConverter.of(colorModel);
        this.strips = frame.components().stream()
                .map(component -> new ComponentStrip(component, frame))
                .toList();
        this.upsamplers = new Upsampler[count];
        this.rows = new byte[count][];
        this.offsets = new int[count];
        for (int i = 0; i < count; i++) {
            ComponentLayout layout = frame.components().get(i);
            if (layout.expandHorizontally() == 1 && layout.expandVertically() == 1) {
                rows[i] = strips.get(i).samples();
            } else {
                upsamplers[i] = Upsampler.of(layout, frame.interpolates());
                rows[i] = new byte[layout.samplesWide() * layout.expandHorizontally()];
            }
        }
        this.pixels = new byte[3 * frame.width() * frame.height()];
    }

    /** Where the samples of the current row of MCUs belong. */
    ComponentStrip strip(int component) {
        return strips.get(component);
    }

    /** All samples of the current row of MCUs are there: finishes the pixels that they suffice for. */
    void endOfMcuRow() {
        mcuRow++;
        int rowsInMcu = frame.components().stream()
                .mapToInt(component -> component.rowsInMcu() * component.expandVertically())
                .max()
                .orElseThrow();
        // The last rows wait for the samples below them.
        int waiting = mcuRow == frame.mcusHigh() ? 0 : rowsInMcu / frame.unit();
        int end = Math.min(frame.height(), mcuRow * rowsInMcu - waiting);
        while (nextPixelRow < end) {
            writeRow(nextPixelRow++);
        }
        strips.forEach(ComponentStrip::advance);
    }

    private void writeRow(int pixelRow) {
        for (int i = 0; i < rows.length; i++) {
            if (upsamplers[i] == null) {
                offsets[i] = strips.get(i).rowOffset(pixelRow);
            } else {
                upsamplers[i].expand(strips.get(i), pixelRow, rows[i]);
            }
        }
        converter.convert(rows, offsets, frame.width(), pixels, 3 * frame.width() * pixelRow);
    }

    RgbImage picture() {
        return new RgbImage(frame.width(), frame.height(), pixels);
    }
}
