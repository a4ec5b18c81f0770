import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { thumbnailPath } from '../api.js';
import { PageElement } from '../parts/element.js';
import { fileName } from '../words.js';

/**
 * What comes next. A photo can be marked, so that it is named together with the one in hand, or taken in hand. Says `mark`
 * with `{photoId, marked}`, `look` with the photoId, and `leave`. One tab stop; the arrows go from photo to photo.
 */
class ReviewStrip extends PageElement {
  static properties = {
    photos: { attribute: false },
    marked: { attribute: false },
    /** Gives a photo's most probable class in words. */
    guess: { attribute: false },
    at: { state: true },
  };

  constructor() {
    super();
    this.at = 0;
  }

  get #last() {
    return this.photos.length - 1;
  }

  /** Puts the focus on the photo where it was last. */
  focusPhoto() {
    this.#boxes()[Math.min(this.at, this.#last)]?.focus();
  }

  #boxes() {
    return this.querySelectorAll('input');
  }

  render() {
    const at = Math.min(this.at, this.#last);
    return html`
      <ul class="review-strip" @keydown=${this.#onKey}>
        ${repeat(this.photos, ({ photoId }) => photoId, (photo, index) => html`
          <li class=${this.marked.has(photo.photoId) ? 'marked' : ''}>
            <button class="look" tabindex="-1" aria-label="Look at ${fileName(photo.key)} now" title=${fileName(photo.key)}
              @click=${(event) => this.#onLook(event, index)}>
              <img src=${thumbnailPath(photo, 192)} alt="" width="192" height="192" decoding="async">
            </button>
            <label class="same">
              <input class="form-check-input" type="checkbox" tabindex=${index === at ? 0 : -1} .checked=${live(this.marked.has(photo.photoId))}
                aria-label="${fileName(photo.key)}, perhaps ${this.guess(photo)}: the same" @focus=${() => (this.at = index)}
                @click=${(event) => this.#onBox(event, index)}>
              <span class="guess">${this.guess(photo)}</span>
            </label>
          </li>`)}
      </ul>`;
  }

  #onLook(event, index) {
    if (event.shiftKey) this.#markTo(index);
    else this.#tell('look', this.photos[index].photoId);
  }

  #onBox(event, index) {
    if (event.shiftKey) this.#markTo(index);
    else this.#mark(index, event.target.checked);
  }

  /** Marks all from where one was to there. */
  #markTo(index) {
    const from = Math.min(this.at, this.#last);
    this.photos.slice(Math.min(from, index), Math.max(from, index) + 1).forEach(({ photoId }) => this.#tell('mark', { photoId, marked: true }));
    this.at = index;
  }

  #mark(index, marked) {
    this.at = index;
    this.#tell('mark', { photoId: this.photos[index].photoId, marked });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #onKey = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = Math.min(this.at, this.#last);
    const act = {
      ArrowRight: () => this.#go(event, at + 1),
      ArrowLeft: () => this.#go(event, at - 1),
      ArrowDown: () => this.#go(event, at + this.#perRow()),
      ArrowUp: () => (at < this.#perRow() ? this.#tell('leave') : this.#go(event, at - this.#perRow())),
      Home: () => this.#go(event, 0),
      End: () => this.#go(event, this.#last),
      x: () => this.#mark(at, !this.marked.has(this.photos[at].photoId)),
      Enter: () => this.#tell('look', this.photos[at].photoId),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  #go({ shiftKey }, to) {
    if (to < 0 || to > this.#last) return;
    if (shiftKey) this.#markTo(to);
    this.#boxes()[to].focus();
  }

  #perRow() {
    const rows = [...this.querySelectorAll('li')].map(({ offsetTop }) => offsetTop);
    return rows.filter((top) => top === rows[0]).length;
  }
}

customElements.define('review-strip', ReviewStrip);
