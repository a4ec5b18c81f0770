/** What is chosen in a list of photos, by photoId, so that it stays chosen while the list grows. */
export class Selection {
  #chosen = new Set();
  #anchor;

  get size() {
    return this.#chosen.size;
  }

  has(photoId) {
    return this.#chosen.has(photoId);
  }

  ids() {
    return [...this.#chosen];
  }

  toggle(index, photoId) {
    if (!this.#chosen.delete(photoId)) this.#chosen.add(photoId);
    this.#anchor = index;
  }

  /** Chooses all from the one that was toggled last up to this one; `idAt` gives undefined where there is nothing to choose. */
  extend(index, idAt) {
    const anchor = this.#anchor ?? index;
    for (let at = Math.min(anchor, index); at <= Math.max(anchor, index); at++) this.add(idAt(at));
    this.#anchor = index;
  }

  /** Begins a range here, if none is begun. */
  anchor(index) {
    this.#anchor ??= index;
  }

  add(photoId) {
    if (photoId !== undefined) this.#chosen.add(photoId);
  }

  delete(photoId) {
    this.#chosen.delete(photoId);
  }

  clear() {
    this.#chosen.clear();
    this.#anchor = undefined;
  }
}
