import { thumbnailPath } from '../api.js';

/** Pictures that are fetched before they are in hand, so that the next one is there at once. */
export class Prefetch {
  #images = new Map();

  /** Keeps exactly those photos' pictures ready. */
  keep(photos) {
    const wanted = photos.filter(({ image }) => image);
    this.#images = new Map(wanted.map((photo) => [photo.photoId, this.#images.get(photo.photoId) ?? fetched(photo)]));
  }
}

function fetched(photo) {
  const image = new Image();
  image.src = thumbnailPath(photo, 768);
  return image;
}
