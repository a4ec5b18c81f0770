package io.hangtag.image.webp.lossy;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;

/** Decodes the one key frame that a lossy WebP is (RFC 6386). */
public final class LossyDecoder {
    private static final int SIZE_BYTES = 3;

    private final byte[] data;
    private final int end;
    private final KeyFrameTag tag;
    private final int columns;
    private final int rows;

    private LossyDecoder(byte[] data, int offset, int length) {
        this.data = data;
        this.end = offset + length;
        this.tag = KeyFrameTag.read(data, offset, length);
        this.columns = (tag.width() + 15) / 16;
        this.rows = (tag.height() + 15) / 16;
    }

    /** Decodes the frame in {@code length} bytes from {@code offset} on. */
    public static YuvFrame decode(byte[] data, int offset, int length) {
        LossyDecoder decoder = new LossyDecoder(data, offset, length);
        return decoder.decode(offset + KeyFrameTag.BYTES);
    }

    private YuvFrame decode(int firstPartition) {
        int partitionSizes = firstPartition + tag.firstPartitionBytes();
        if (tag.firstPartitionBytes() > end - firstPartition) {
            throw cutShort(0);
        }
        BoolDecoder first = new BoolDecoder(data, firstPartition, partitionSizes);
        FrameHeader header = FrameHeader.read(first);
        BoolDecoder[] partitions = partitions(header.partitions(), partitionSizes);
        YuvFrame frame = new YuvFrame(tag.width(), tag.height());
        LoopFilter filter = new LoopFilter(header, columns, rows);
        decodeMacroblocks(first, header, partitions, frame, filter);
        filter.filter(frame);
        return frame;
    }

    /** The sizes of all partitions but the last stand before them (section 9.5). */
    private BoolDecoder[] partitions(int count, int sizes) {
        int start = sizes + SIZE_BYTES * (count - 1);
        if (start > end) {
            throw cutShort(0);
        }
        BoolDecoder[] partitions = new BoolDecoder[count];
        for (int i = 0; i < count; i++) {
            int declared = i < count - 1 ? KeyFrameTag.uint24(data, sizes + SIZE_BYTES * i) : end - start;
            // One that the file cuts short is read as far as it goes, so that the rows can be counted.
            int partitionEnd = start + Math.min(declared, end - start);
            partitions[i] = new BoolDecoder(data, start, partitionEnd);
            start = partitionEnd;
        }
        return partitions;
    }

    private void decodeMacroblocks(
            BoolDecoder first, FrameHeader header, BoolDecoder[] partitions, YuvFrame frame, LoopFilter filter) {
        Macroblock macroblock = new Macroblock();
        ModeReader modes = new ModeReader(first, header, columns);
        ResidueReader residues = new ResidueReader(header.probabilities(), columns);
        FrameReconstructor reconstructor = new FrameReconstructor(frame, columns);
        for (int row = 0; row < rows; row++) {
            BoolDecoder partition = partitions[row & partitions.length - 1];
            modes.beginRow();
            residues.beginRow();
            for (int column = 0; column < columns; column++) {
                modes.read(macroblock, column);
                residues.read(partition, macroblock, header.quantizers().get(macroblock.segment), column);
                if (first.isOverrun() || partition.isOverrun()) {
                    throw cutShort(row);
                }
                reconstructor.reconstruct(macroblock, column, row);
                filter.note(macroblock, column, row);
            }
        }
    }

    private HangtagException cutShort(int macroblockRows) {
        return new HangtagException(
                ErrorCode.CORRUPT_IMAGE,
                "The WebP's VP8 data hold only %d of its %d rows; upload the whole file again."
                        .formatted(16 * macroblockRows, tag.height()));
    }
}
