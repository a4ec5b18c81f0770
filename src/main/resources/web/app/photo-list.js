import { listPhotos } from './api.js';
import { parameters } from './route.js';
import { serviceQuery } from './filters.js';

const FIRST_PAGE = 100;
const PAGE = 200;

/**
 * The photos under some filters, loaded page by page as far as somebody looks. Says `change` when there is more to show.
 * `total` and `facets` are undefined until the first page is there.
 */
export class PhotoList extends EventTarget {
  photos = [];
  total;
  facets;
  failure;
  loadedAt;

  #filters;
  #known = new Map();
  #cursor;
  #wanted = 0;
  #running;

  constructor(filters) {
    super();
    this.#filters = filters;
  }

  get loading() {
    return Boolean(this.#running);
  }

  /** Loads so far that `count` photos are there, if there are so many. */
  ensure(count) {
    this.#wanted = Math.max(this.#wanted, count);
    if (!this.failure) this.#running ??= this.#run();
    return this.#running;
  }

  retry() {
    this.failure = undefined;
    return this.ensure(1);
  }

  /** Takes what was just written, be it here or in another view. */
  replace(photo) {
    const index = this.#known.get(photo.photoId);
    if (index === undefined) return;
    this.photos[index] = photo;
    this.#changed();
  }

  indexOf(photoId) {
    return this.#known.get(photoId) ?? -1;
  }

  /** Counts anew, after a correction moved photos from one value to another. */
  async recount() {
    const { facets } = await listPhotos({ ...serviceQuery(this.#filters), limit: 1 });
    this.facets = facets;
    this.#changed();
  }

  async #run() {
    await undefined;
    try {
      while (!this.#complete() && (this.loadedAt === undefined || this.photos.length < this.#wanted)) {
        await this.#next();
        this.#changed();
      }
    } catch (failure) {
      this.failure = failure;
    }
    this.#running = undefined;
    this.#changed();
  }

  #complete() {
    return this.loadedAt !== undefined && !this.#cursor;
  }

  async #next() {
    const limit = this.#cursor ? PAGE : FIRST_PAGE;
    const page = await listPhotos({ ...serviceQuery(this.#filters), limit, cursor: this.#cursor });
    // A photo that was tagged again meanwhile may come twice.
    for (const photo of page.photos.filter(({ photoId }) => !this.#known.has(photoId))) {
      this.#known.set(photo.photoId, this.photos.length);
      this.photos.push(photo);
    }
    this.#cursor = page.cursor;
    this.total = page.cursor ? Math.max(page.total ?? this.total ?? 0, this.photos.length) : this.photos.length;
    this.facets = page.facets ?? this.facets;
    this.loadedAt ??= Date.now();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

const KEPT = 4;
const FRESH_MILLIS = 5000;

/** The lists that were looked at last, so that Back, and the next photo, cost no request. */
export class PhotoLists {
  #lists = new Map();

  constructor() {
    addEventListener('photo-changed', ({ detail }) => this.#lists.forEach((list) => list.replace(detail)));
  }

  /** The list under these filters; one that is no longer fresh only for who comes back to it. */
  of(filters, { back = false } = {}) {
    const key = String(parameters(filters));
    let list = this.#lists.get(key);
    if (!list || list.failure || (!back && list.loadedAt && Date.now() - list.loadedAt > FRESH_MILLIS)) {
      list = new PhotoList(filters);
    }
    this.#lists.delete(key);
    this.#lists.set(key, list);
    [...this.#lists.keys()].slice(0, -KEPT).forEach((old) => this.#lists.delete(old));
    return list;
  }

  /** Forgets all, as after an upload. */
  clear() {
    this.#lists.clear();
  }
}

/** Tells every list of a photo that was written. */
export const photoChanged = (photo) => dispatchEvent(new CustomEvent('photo-changed', { detail: photo }));
