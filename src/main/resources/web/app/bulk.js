import { LABELS_AT_ONCE, REVISION_CHANGED, getPhoto, labelPhotos, unlabelPhoto } from './api.js';
import { photoChanged } from './photo-list.js';

/** Photos that are read anew, because somebody was quicker, before one decides again. */
const SHOWN_ANEW = 100;

const UNDONE_AT_ONCE = 6;

/** Shows what somebody else wrote; one that cannot be read now is read when it is opened. */
const reread = ({ photoId }) => getPhoto(photoId).then(photoChanged, () => undefined);

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
  await Promise.all(refused.filter(({ problem }) => problem.code === REVISION_CHANGED).slice(0, SHOWN_ANEW).map(reread));
  return { labelled, refused };
}

/** Takes corrections back, and says how many could not be because somebody was quicker. */
export async function unlabelAll(photos) {
  const left = [...photos];
  let refused = 0;
  const work = async () => {
    for (let photo = left.shift(); photo; photo = left.shift()) {
      await unlabelPhoto(photo).then(photoChanged, () => (refused += 1));
    }
  };
  await Promise.all(Array.from({ length: UNDONE_AT_ONCE }, work));
  return refused;
}
