package io.hangtag.image.webp.lossless;

import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;

/** Reads the pixels of one picture, big or small: literals, references and cached colours (RFC 9649, section 3.7.3). */
final class EntropyImageReader {
    private static final int LEVELS = 256;
    private static final int FIRST_CACHED = LEVELS + 24;
    private static final int MAX_CACHE_BITS = 11;

    private final BitReader bits;

    EntropyImageReader(BitReader bits) {
        this.bits = bits;
    }

    /** A picture that holds data for another: the same codes serve all of it. */
    int[] readData(int width, int height) {
        ColorCache cache = readCache();
        PrefixCodeGroup group = PrefixCodeGroup.read(codeReader(cache), cache.size());
        return readPixels(width, height, PrefixCodeGroups.ofOne(group), cache);
    }

    /** The picture itself, whose blocks may have codes of their own. */
    int[] readPicture(int width, int height) {
        ColorCache cache = readCache();
        PrefixCodeGroups groups;
        if (bits.readFlag()) {
            BlockImage blocks = readBlocks(width, height);
            groups = PrefixCodeGroups.read(codeReader(cache), cache.size(), blocks);
        } else {
            groups = PrefixCodeGroups.ofOne(PrefixCodeGroup.read(codeReader(cache), cache.size()));
        }
        return readPixels(width, height, groups, cache);
    }

    /** A picture with a pixel for each block of one that large. */
    BlockImage readBlocks(int width, int height) {
        int sideBits = bits.read(3) + 2;
        int columns = BlockImage.blocks(width, sideBits);
        return new BlockImage(sideBits, columns, readData(columns, BlockImage.blocks(height, sideBits)));
    }

    private PrefixCodeReader codeReader(ColorCache cache) {
        return new PrefixCodeReader(bits, PrefixCodeGroup.greenAlphabet(cache.size()));
    }

    private ColorCache readCache() {
        if (!bits.readFlag()) {
            return ColorCache.none();
        }
        int cacheBits = bits.read(4);
        if (cacheBits < 1 || cacheBits > MAX_CACHE_BITS) {
            throw new HangtagException(
                    ErrorCode.CORRUPT_IMAGE,
                    "The WebP's lossless data ask for a colour cache of %d bits instead of 1 to 11; export the photo again."
                            .formatted(cacheBits));
        }
        return ColorCache.ofBits(cacheBits);
    }

    private int[] readPixels(int width, int height, PrefixCodeGroups groups, ColorCache cache) {
        int[] pixels = new int[width * height];
        int at = 0;
        int x = 0;
        int y = 0;
        PrefixCodeGroup group = groups.at(0, 0);
        while (at < pixels.length) {
            if (groups.beginAt(x)) {
                group = groups.at(x, y);
            }
            int green = group.green().read(bits);
            if (green >= LEVELS && green < FIRST_CACHED) {
                int length = readValue(green - LEVELS);
                copy(pixels, at, length, readDistance(group, width));
                for (int i = at; i < at + length; i++) {
                    cache.insert(pixels[i]);
                }
                at += length;
                x += length;
                if (x < width) {
                    group = groups.at(x, y);
                }
            } else {
                pixels[at] = green < LEVELS ? readLiteral(group, green) : cache.get(green - FIRST_CACHED);
                cache.insert(pixels[at]);
                at++;
                x++;
            }
            if (x >= width) {
                y += x / width;
                x %= width;
                requireData(at, pixels.length);
                group = at < pixels.length ? groups.at(x, y) : group;
            }
        }
        return pixels;
    }

    private int readLiteral(PrefixCodeGroup group, int green) {
        int red = group.red().read(bits);
        int blue = group.blue().read(bits);
        int alpha = group.alpha().read(bits);
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    private int readDistance(PrefixCodeGroup group, int width) {
        return DistanceMap.distance(readValue(group.distance().read(bits)), width);
    }

    /** A length or distance by its prefix (RFC 9649, section 3.6.2.2). */
    private int readValue(int prefix) {
        if (prefix < 4) {
            return prefix + 1;
        }
        int extraBits = prefix - 2 >> 1;
        return (2 + (prefix & 1) << extraBits) + bits.read(extraBits) + 1;
    }

    private static void copy(int[] pixels, int at, int length, int distance) {
        if (distance > at || length > pixels.length - at) {
            throw new HangtagException(
                    ErrorCode.CORRUPT_IMAGE,
                    "The WebP's lossless data refer to pixels outside of the picture, after %d of %d; upload the file again."
                            .formatted(at, pixels.length));
        }
        // Pixel by pixel, since what is copied may begin within what is being written.
        for (int i = at; i < at + length; i++) {
            pixels[i] = pixels[i - distance];
        }
    }

    private void requireData(int read, int pixels) {
        if (bits.isOverrun()) {
            throw new HangtagException(
                    ErrorCode.CORRUPT_IMAGE,
                    "The WebP's lossless data end before pixel %d of %d; upload the whole file again."
                            .formatted(read, pixels));
        }
    }
}
