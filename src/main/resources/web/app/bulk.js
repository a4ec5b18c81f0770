import { LABELS_AT_ONCE, labelPhotos, unlabelPhoto } from './api.js';
import { photoChanged } from './photo-list.js';

/**
 * Corrects many photos, call by call: `{labelled, refused}`, photos as they are now and results with their problem. What
 * was done stays done when a later call fails.
 */
export async function labelAll(photos, label, onProgress) {
  const labelled = [];
  const refused = [];
  for (let from = 0; from < photos.length; from += LABELS_AT_ONCE) {
    const { results } = await labelPhotos(photos.slice(from, from + LABELS_AT_ONCE), label);
    for (const result of results) {
      if (!result.photo) {
        refused.push(result);
        continue;
      }
      labelled.push(result.photo);
      photoChanged(result.photo);
    }
    onProgress(labelled.length + refused.length);
  }
  return { labelled, refused };
}

/** Takes corrections back, and says how many could not be because somebody was quicker. */
export async function unlabelAll(photos) {
  let refused = 0;
  for (const photo of photos) {
    try {
      photoChanged(await unlabelPhoto(photo));
    } catch {
      refused += 1;
    }
  }
  return refused;
}
