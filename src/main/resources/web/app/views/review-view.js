import { html, nothing } from 'lit';
import { getClasses, labelPhoto, listPhotos, unlabelPhoto } from '../api.js';
import '../parts/class-picker.js';
import { NOT_CLOTHING } from '../parts/class-picker.js';
import { PageElement } from '../parts/element.js';
import { emptyNotice, failureNotice } from '../parts/notice.js';
import { plate } from '../parts/photo-card.js';
import { requireReviewer, reviewerField } from '../parts/reviewer-field.js';
import { link } from '../route.js';
import { className, facets, fileName, percent, title } from '../words.js';

const PAGE = 50;

const KEYS = [
  ['1–5', 'it is that class'],
  ['Enter', 'the first is right'],
  ['/', 'another class'],
  ['N', 'not clothing'],
  ['S', 'skip'],
  ['U', 'undo'],
];

/** The photos that wait for a person, least certain first, one at a time and by keyboard. */
class ReviewView extends PageElement {
  static properties = {
    queue: { state: true },
    done: { state: true },
    classes: { state: true },
    failure: { state: true },
    busy: { state: true },
    more: { state: true },
  };

  #cursor;
  #skipped = new Set();

  constructor() {
    super();
    this.queue = [];
    this.done = [];
    this.classes = [];
    this.busy = true;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.#onKey);
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#onKey);
  }

  #load = () =>
    this.#attempt(async () => {
      const [page, taxonomy] = await Promise.all([
        listPhotos({ state: 'needs-review', limit: PAGE, cursor: this.#cursor }),
        getClasses(),
      ]);
      const known = new Set([...this.queue.map(({ photoId }) => photoId), ...this.#skipped]);
      this.classes = taxonomy.classes;
      this.queue = [...this.queue, ...page.photos.filter(({ photoId }) => !known.has(photoId))];
      this.#cursor = page.cursor;
      this.more = Boolean(page.cursor);
    });

  async #attempt(act) {
    this.busy = true;
    this.failure = undefined;
    try {
      await act();
    } catch (failure) {
      this.failure = failure;
    }
    this.busy = false;
  }

  #onKey = (event) => {
    if (event.target.closest('input, select, textarea') || event.ctrlKey || event.metaKey || event.altKey) return;
    const [photo] = this.queue;
    const act = this.#act(event, photo);
    if (!act || this.busy) return;
    event.preventDefault();
    act();
  };

  #act({ key, target }, photo) {
    if (key.toLowerCase() === 'u' && this.done.length) return this.#undo;
    if (!photo) return undefined;
    if (/^[1-5]$/.test(key) && photo.top[key - 1]) return () => this.#name(photo.top[key - 1].class);
    if (key === 'Enter' && !target.closest('a, button, label')) return () => this.#name(photo.top[0].class);
    if (key === '/') return () => this.querySelector('class-picker').focusInput();
    if (key.toLowerCase() === 'n') return () => this.#name(NOT_CLOTHING.id);
    if (key.toLowerCase() === 's') return this.#skip;
    return undefined;
  }

  #name = (classId) => {
    const by = requireReviewer(this);
    if (!by) return;
    const [photo] = this.queue;
    this.#attempt(async () => {
      const after = await labelPhoto(photo, { class: classId, by });
      this.done = [...this.done, { before: photo, after }];
      this.#next();
    });
  };

  #skip = () => {
    this.#skipped.add(this.queue[0].photoId);
    this.#next();
  };

  #next() {
    this.queue = this.queue.slice(1);
    if (!this.queue.length && this.#cursor) this.#load();
  }

  #undo = () => {
    const last = this.done.at(-1);
    this.#attempt(async () => {
      const restored = await unlabelPhoto(last.after);
      this.done = this.done.slice(0, -1);
      this.queue = [restored, ...this.queue];
    });
  };

  #className(classId) {
    const entry = this.classes.find(({ id }) => id === classId);
    return entry ? className(entry) : classId;
  }

  render() {
    const [photo] = this.queue;
    return html`
      <div class="d-flex flex-wrap gap-3 align-items-center mb-3">
        <h1 class="h4 mb-0">Review</h1>
        <span class="text-quiet me-auto" role="status">${this.#progress()}</span>
        ${reviewerField()}
      </div>
      ${this.failure ? failureNotice(this.failure, this.#reload) : nothing}
      ${photo ? this.#photo(photo) : nothing}
      ${!photo && !this.busy && !this.failure ? this.#empty() : nothing}`;
  }

  #reload = () => {
    this.queue = [];
    this.#cursor = undefined;
    this.#load();
  };

  #progress() {
    const left = `${this.queue.length}${this.more ? ' or more' : ''} left`;
    if (!this.done.length) return left;
    const right = this.done.filter(({ before, after }) => before.top[0]?.class === after.class).length;
    return `${left} · ${this.done.length} reviewed · first guess right in ${percent(right / this.done.length)}`;
  }

  #photo(photo) {
    return html`
      <div class="photo-detail">
        ${plate(photo)}
        <div class="d-grid gap-3">
          <div>
            <h2 class="h5 mb-1">${title(photo)}?</h2>
            <p class="text-quiet mb-0">${facets(photo)} · <a href=${link('photo', { id: photo.photoId })}>${fileName(photo.key)}</a></p>
          </div>
          <div class="d-grid gap-2" role="group" aria-label="What is it?">
            ${photo.top.map((entry, index) => html`
              <button class="btn btn-quiet choice" ?disabled=${this.busy} @click=${() => this.#name(entry.class)}>
                <kbd>${index + 1}</kbd><span>${this.#className(entry.class)}</span>
                <span class="text-quiet">${percent(entry.probability)}</span>
              </button>`)}
          </div>
          <class-picker .classes=${this.classes} label="Another class" @pick=${(event) => this.#name(event.detail)}></class-picker>
          <div class="d-flex flex-wrap gap-2">
            <button class="btn btn-quiet" ?disabled=${this.busy} @click=${() => this.#name(NOT_CLOTHING.id)}>Not clothing</button>
            <button class="btn btn-quiet" ?disabled=${this.busy} @click=${this.#skip}>Skip</button>
            <button class="btn btn-quiet" ?disabled=${this.busy || !this.done.length} @click=${this.#undo}>Undo</button>
          </div>
          <dl class="keys" aria-label="Keys">
            ${KEYS.map(([key, meaning]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${meaning}</dd></div>`)}
          </dl>
        </div>
      </div>`;
  }

  #empty() {
    return emptyNotice(
      'Nothing waits for you',
      this.#skipped.size
        ? 'You have been through all of it; what you skipped still waits.'
        : 'Every photo is tagged with confidence. New doubtful ones will appear here.',
      html`<div class="d-flex gap-2 justify-content-center">
        ${this.done.length ? html`<button class="btn btn-quiet" @click=${this.#undo}>Undo the last</button>` : nothing}
        <a class="btn btn-quiet" href=${link('catalog')}>To the catalog</a>
      </div>`,
    );
  }
}

customElements.define('review-view', ReviewView);
