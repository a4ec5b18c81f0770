package io.hangtag.catalog;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Where a page ended, as text that says everything: any instance can go on from it. It holds a version, a digest of the
 * bucket, filter and sort it belongs to, the sort key and the object key; in URL-safe Base64.
 */
final class Cursor {
    private static final byte VERSION = 1;
    private static final int DIGEST_BYTES = 8;

    /** "Creating object key names", Amazon S3 User Guide. */
    private static final int MAXIMUM_KEY_BYTES = 1024;

    private final CatalogSort sort;
    private final byte[] digest;

    Cursor(String bucket, CatalogFilter filter, CatalogSort sort) {
        this.sort = sort;
        this.digest = digest(bucket + '\n' + sort.wireName() + '\n' + filter.corrected() + '\n' + filter.parameters());
    }

    String write(CatalogEntry last) {
        byte[] key = last.key().getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(1 + DIGEST_BYTES + Long.BYTES + key.length)
                .put(VERSION)
                .put(digest)
                .putLong(sortKey(last))
                .put(key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /**
     * The place that a cursor names; there need not be a photo at it.
     *
     * @throws BrokenCursorException if it is none, or one of another query
     */
    CatalogEntry read(String cursor) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            byte version = bytes.get();
            byte[] found = new byte[DIGEST_BYTES];
            bytes.get(found);
            long sortKey = bytes.getLong();
            if (version != VERSION || !Arrays.equals(found, digest) || bytes.remaining() > MAXIMUM_KEY_BYTES) {
                throw new BrokenCursorException();
            }
            String key = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return place(sortKey, key);
        } catch (IllegalArgumentException | BufferUnderflowException | CharacterCodingException e) {
            throw new BrokenCursorException();
        }
    }

    private long sortKey(CatalogEntry entry) {
        return switch (sort) {
            case NEWEST -> entry.uploadedAt();
            case LEAST_CERTAIN -> Double.doubleToLongBits(entry.confidence());
        };
    }

    private CatalogEntry place(long sortKey, String key) {
        return switch (sort) {
            case NEWEST -> new CatalogEntry(key, key, null, 0, sortKey, 0, 0, false);
            case LEAST_CERTAIN -> new CatalogEntry(key, key, null, Double.longBitsToDouble(sortKey), 0, 0, 0, false);
        };
    }

    private static byte[] digest(String text) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(whole, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
