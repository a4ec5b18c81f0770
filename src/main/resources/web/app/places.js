/**
 * How far each entry of the history was scrolled, so that Back leads to where one was. The browser cannot do it by itself:
 * when it wants to scroll, the view is not rendered yet.
 */
const KEPT = 'hangtag.places';
const AT_MOST = 50;

export class Places {
  #places;
  #key;
  #view;

  constructor() {
    history.scrollRestoration = 'manual';
    this.#places = new Map(JSON.parse(sessionStorage.getItem(KEPT) ?? '[]'));
    addEventListener('pagehide', () => this.#leave());
  }

  /** Leaves the entry that was shown, and says where on the present one somebody was; undefined for a new one, and while
   * one stays on the same. */
  enter(view) {
    this.#leave();
    const key = history.state?.key ?? String(Math.random());
    if (!history.state?.key) history.replaceState({ key, from: this.#view }, '');
    this.#view = view;
    if (key === this.#key) return undefined;
    this.#key = key;
    return this.#places.get(key);
  }

  /** The view that led to the present entry and is one step back; undefined where a link was opened. */
  get from() {
    return history.state?.from;
  }

  #leave() {
    if (!this.#key) return;
    this.#places.delete(this.#key);
    const focus = document.activeElement?.closest('[data-index]')?.dataset.index;
    this.#places.set(this.#key, { top: scrollY, focus: focus && Number(focus) });
    sessionStorage.setItem(KEPT, JSON.stringify([...this.#places].slice(-AT_MOST)));
  }
}
