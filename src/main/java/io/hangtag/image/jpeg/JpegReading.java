package io.hangtag.image.jpeg;

import io.hangtag.error.HangtagException;
import io.hangtag.image.RgbImage;
import java.util.Arrays;
import java.util.Optional;

/** One decoding of one file, from its first marker to its last. */
final class JpegReading {
    private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;

    /** How much longer a coefficient takes when each of its decisions is coded arithmetically. */
    private static final int ARITHMETIC_WORK = 2;

    private final byte[] file;
    private final int reduction;
    private final SegmentReader segments;
    private final DecodingTables tables = new DecodingTables();
    private final ApplicationData applicationData = new ApplicationData();
    private FrameHeader frame;
    private FrameLayout layout;
    private ScanProgress progress;
    private CoefficientStore[] stores;
    private boolean endMarkerAhead;

    /**
     * @param file the whole file
     * @param reduction 1, 2, 4 or 8
     */
    JpegReading(byte[] file, int reduction) {
        this.file = file;
        this.reduction = reduction;
        this.segments = new SegmentReader(file);
    }

    RgbImage read() {
        segments.readStartOfImage();
        Optional<Segment> next = segments.next();
        while (next.isPresent() && next.get().marker() != Markers.END_OF_IMAGE) {
            Segment segment = next.get();
            if (segment.marker() == Markers.START_OF_SCAN) {
                ScanHeader scan = beginScan(segment);
                if (!frame.progressive() && scan.components().size() == stores.length) {
                    return readPicture(scan);
                }
                readShare(scan);
                if (progress.complete()) {
                    // What follows may be damaged or cut off: there is nothing left for it to say.
                    return renderStores();
                }
            } else {
                readTables(segment);
            }
            next = segments.next();
        }
        checkEnd(next.isPresent());
        return renderStores();
    }

    private void readTables(Segment segment) {
        if (Markers.isStartOfFrame(segment.marker())) {
            beginFrame(FrameHeader.read(segment));
        } else if (segment.marker() == Markers.START_OF_IMAGE) {
            throw JpegFaults.corrupt("A second JPEG begins within this one");
        } else {
            tables.read(segment);
            applicationData.read(segment);
        }
    }

    private void beginFrame(FrameHeader header) {
        if (frame != null) {
            throw JpegFaults.corrupt("This JPEG has two frame headers");
        }
        frame = header;
        layout = FrameLayout.of(frame, reduction);
        progress = new ScanProgress(frame.components().size());
        stores = new CoefficientStore[frame.components().size()];
        if (3L * layout.width() * layout.height() > LARGEST_ARRAY) {
            throw JpegFaults.tooManyPixels();
        }
    }

    private ScanHeader beginScan(Segment segment) {
        if (frame == null) {
            throw JpegFaults.corrupt("This JPEG begins a scan before its frame header");
        }
        ScanHeader scan = ScanHeader.read(segment, frame);
        if (progress.untouched() && frame.progressive()) {
            endMarkerAhead = layout.components().stream().anyMatch(ComponentLayout::needsDcOnly) && reachesEndMarker();
        }
        progress.begin(scan);
        return scan;
    }

    /** The one scan of most JPEGs: goes from bits to pixels a row of MCUs at a time, keeping no coefficients. */
    private RgbImage readPicture(ScanHeader scan) {
        int[][] steps = scan.components().stream()
                .map(component -> quantizationTable(component.component()).steps())
                .toArray(int[][]::new);
        SequentialDecoder decoder = sequentialDecoder(scan, steps);
        ScanWalker walker = walker(scan, decoder);
        PictureAssembler assembler = assembler();
        walker.walk(new StreamingVisitor(scan, decoder, assembler));
        return assembler.picture();
    }

    /** One scan of several: adds to the stored coefficients. */
    private void readShare(ScanHeader scan) {
        ComponentLayout first = layoutOf(scan.components().get(0));
        if (!scan.hasDc() && keepsDcOnly(first)) {
            // Nobody wants these coefficients; the next marker is found without reading them.
            return;
        }
        EntropyDecoder decoder = frame.progressive() ? readProgressive(scan) : readSequential(scan);
        segments.continueAt(decoder.position());
    }

    private EntropyDecoder readProgressive(ScanHeader scan) {
        int start = segments.position();
        ProgressiveDecoder decoder = frame.arithmetic()
                ? new ArithmeticProgressiveDecoder(new ArithmeticReader(file, start), scan, tables)
                : new HuffmanProgressiveDecoder(new BitReader(file, start), scan, tables);
        ScanWalker walker = walker(scan, decoder);
        CoefficientStore[] storesOfScan = storesOf(scan);
        walker.walk((component, row, column) -> {
            CoefficientStore store = storesOfScan[component];
            decoder.decode(component, store.coefficients(), store.offset(row, column));
        });
        return decoder;
    }

    private EntropyDecoder readSequential(ScanHeader scan) {
        int[] ones = new int[ZigZag.LENGTH];
        Arrays.fill(ones, 1);
        int[][] steps = scan.components().stream().map(component -> ones).toArray(int[][]::new);
        int[] block = new int[ZigZag.LENGTH];
        SequentialDecoder decoder = sequentialDecoder(scan, steps);
        ScanWalker walker = walker(scan, decoder);
        CoefficientStore[] storesOfScan = storesOf(scan);
        walker.walk((component, row, column) -> {
            decoder.decode(component, block);
            storesOfScan[component].put(block, row, column);
            Arrays.fill(block, 0);
        });
        return decoder;
    }

    private SequentialDecoder sequentialDecoder(ScanHeader scan, int[][] steps) {
        if (frame.arithmetic()) {
            return new ArithmeticSequentialDecoder(
                    new ArithmeticReader(file, segments.position()), scan, tables, steps);
        }
        boolean[] dcOnly = new boolean[scan.components().size()];
        for (int i = 0; i < dcOnly.length; i++) {
            dcOnly[i] = layoutOf(scan.components().get(i)).needsDcOnly();
        }
        return new HuffmanSequentialDecoder(new BitReader(file, segments.position()), scan, tables, steps, dcOnly);
    }

    private ScanWalker walker(ScanHeader scan, EntropyDecoder decoder) {
        ScanWalker walker = new ScanWalker(scan, layout, tables.restartInterval(), decoder);
        // No Huffman code is shorter than a bit: refuses a huge frame with hardly any data before memory is taken for
        // it.
        int leastBits = frame.arithmetic() || !scan.hasDc() ? 0 : frame.progressive() ? 1 : 2;
        long bits = 8L * (file.length - segments.position());
        if (walker.blocks() * leastBits > bits) {
            throw JpegFaults.truncated(
                    "This JPEG has less data than its %d x %d pixels need".formatted(frame.width(), frame.height()));
        }
        progress.spend(walker.blocks() * scan.bandLength() * (frame.arithmetic() ? ARITHMETIC_WORK : 1));
        return walker;
    }

    private ComponentLayout layoutOf(ScanComponent component) {
        return layout.components().get(component.component().index());
    }

    private QuantizationTable quantizationTable(FrameComponent component) {
        return tables.quantizationTable(component.quantizationTable());
    }

    private CoefficientStore[] storesOf(ScanHeader scan) {
        return scan.components().stream().map(this::store).toArray(CoefficientStore[]::new);
    }

    /** The component's store; its quantization table is the one in force at its first scan (T.81 B.2.4.1). */
    private CoefficientStore store(ScanComponent component) {
        int index = component.component().index();
        if (stores[index] == null) {
            ComponentLayout place = layoutOf(component);
            stores[index] = new CoefficientStore(place, quantizationTable(component.component()), keepsDcOnly(place));
        }
        return stores[index];
    }

    /**
     * Progressive scans of AC coefficients can only be read on top of earlier ones, so either all are kept or none; and only
     * the end marker shows that of those not read none is cut short.
     */
    private boolean keepsDcOnly(ComponentLayout component) {
        return component.needsDcOnly() && (endMarkerAhead || !frame.progressive());
    }

    private boolean reachesEndMarker() {
        SegmentReader ahead = segments.copy();
        try {
            Optional<Segment> next = ahead.next();
            while (next.isPresent() && next.get().marker() != Markers.END_OF_IMAGE) {
                next = ahead.next();
            }
            return next.isPresent();
        } catch (HangtagException cutOff) {
            return false;
        }
    }

    private void checkEnd(boolean endMarker) {
        if (frame == null) {
            throw JpegFaults.truncated("This JPEG ends before its frame header");
        }
        if (!progress.coversAllComponents()) {
            throw JpegFaults.truncated("This JPEG ends before it has all its colour components");
        }
        if (!endMarker) {
            throw JpegFaults.truncated("This JPEG ends before its last scan");
        }
    }

    private RgbImage renderStores() {
        PictureAssembler assembler = assembler();
        for (int mcuRow = 0; mcuRow < layout.mcusHigh(); mcuRow++) {
            for (int i = 0; i < stores.length; i++) {
                stores[i].render(mcuRow, assembler.strip(i));
            }
            assembler.endOfMcuRow();
        }
        return assembler.picture();
    }

    private PictureAssembler assembler() {
        ColorModel colorModel =
                ColorModel.of(frame.components(), applicationData.jfif(), applicationData.adobeTransform());
        return new PictureAssembler(layout, colorModel);
    }
}
