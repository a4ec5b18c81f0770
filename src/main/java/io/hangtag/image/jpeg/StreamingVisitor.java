package io.hangtag.image.jpeg;

/** Turns each block into samples as soon as it is read. */
final class StreamingVisitor implements BlockVisitor {
    private static final int[] ZEROS = new int[ZigZag.LENGTH];

    private final SequentialDecoder decoder;
    private final PictureAssembler assembler;
    private final ComponentStrip[] strips;
    private final InverseTransform[] transforms;
    private final int[] firstRows;
    private final int[] block = new int[ZigZag.LENGTH];

    StreamingVisitor(ScanHeader scan, SequentialDecoder decoder, PictureAssembler assembler) {
        int count = scan.components().size();
        this.decoder = decoder;
        this.assembler = assembler;
        this.strips = new ComponentStrip[count];
        this.transforms = new InverseTransform[count];
        this.firstRows = new int[count];
        for (int i = 0; i < count; i++) {
            FrameComponent component = scan.components().get(i).component();
            strips[i] = assembler.strip(component.index());
            transforms[i] = InverseTransform.toBlocksOf(strips[i].layout().blockSide());
        }
    }

    @Override
    public void visit(int scanComponent, int row, int column) {
        ComponentStrip strip = strips[scanComponent];
        int last = decoder.decode(scanComponent, block);
        int offset = strip.blockOffset(row - firstRows[scanComponent], column);
        transforms[scanComponent].apply(block, last, strip.samples(), offset, strip.stride());
        if (last > 0) {
            // Faster than filling so few: a copy's way is not chosen anew each time.
            System.arraycopy(ZEROS, 0, block, 0, ZigZag.LENGTH);
        }
    }

    @Override
    public void endOfMcuRow() {
        assembler.endOfMcuRow();
        for (int i = 0; i < strips.length; i++) {
            firstRows[i] += strips[i].layout().component().verticalSampling();
        }
    }
}
