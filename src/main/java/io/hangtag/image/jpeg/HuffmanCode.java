package io.hangtag.image.jpeg;

/**
 * A Huffman table as the file declares it (T.81 B.2.4.2). Files declare more tables than their scans use, hostile ones by
 * the thousand, so it becomes a {@link HuffmanTable} only in front of a scan.
 *
 * @param counts how many codes there are of each length, 1 to 16
 * @param values what the codes mean, shortest code first
 */
record HuffmanCode(int[] counts, byte[] values) {
    HuffmanTable table() {
        return new HuffmanTable(counts, values);
    }
}
