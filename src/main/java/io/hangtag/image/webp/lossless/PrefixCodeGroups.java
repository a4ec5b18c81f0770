package io.hangtag.image.webp.lossless;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import java.util.BitSet;

/**
 * Which codes each block of a picture is read with (RFC 9649, section 3.7.2.2).
 *
 * <p>There may be as many as 65,536 groups, each taking kilobytes in a few bytes of the file. Only those that a block uses
 * are kept, and a picture whose codes would take more than {@link #MAX_BYTES} is refused; encoders make a few hundred.
 */
final class PrefixCodeGroups {
    private static final long MAX_BYTES = 64L << 20;

    private final PrefixCodeGroup[] groups;
    private final BlockImage blocks;
    private final int blockMask;

    private PrefixCodeGroups(PrefixCodeGroup[] groups, BlockImage blocks, int blockMask) {
        this.groups = groups;
        this.blocks = blocks;
        this.blockMask = blockMask;
    }

    /** The same group for every pixel. */
    static PrefixCodeGroups ofOne(PrefixCodeGroup group) {
        int largest = 30;
        return new PrefixCodeGroups(
                new PrefixCodeGroup[] {group}, new BlockImage(largest, 1, new int[1]), (1 << largest) - 1);
    }

    /** Reads all groups that blocks refer to, and those between. */
    static PrefixCodeGroups read(PrefixCodeReader codes, int cacheColors, BlockImage blocks) {
        BitSet used = new BitSet();
        for (int block : blocks.pixels()) {
            used.set(index(block));
        }
        PrefixCodeGroup[] groups = new PrefixCodeGroup[used.length()];
        long bytes = 0;
        for (int i = 0; i < groups.length; i++) {
            PrefixCodeGroup group = PrefixCodeGroup.read(codes, cacheColors);
            if (used.get(i)) {
                groups[i] = group;
                bytes += group.bytes();
            }
            if (bytes > MAX_BYTES) {
                throw new HangtagException(
                        ErrorCode.CORRUPT_IMAGE,
                        "The WebP's lossless data have more prefix codes than any encoder writes; export the photo again.");
            }
        }
        return new PrefixCodeGroups(groups, blocks, (1 << blocks.sideBits()) - 1);
    }

    private static int index(int block) {
        return block >> 8 & 0xFFFF;
    }

    /** Whether another group may begin at this column. */
    boolean beginAt(int x) {
        return (x & blockMask) == 0;
    }

    PrefixCodeGroup at(int x, int y) {
        return groups[index(blocks.at(x, y))];
    }
}
