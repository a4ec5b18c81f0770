package io.hangtag.api.image;

import io.hangtag.tagging.PhotoId;

/**
 * What a thumbnail is kept under.
 *
 * @param contentHash of the content that the catalog tells of
 * @param size what the longer side has at most, in pixels
 */
record ThumbnailKey(PhotoId photoId, String contentHash, int size) {}
