import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { exportPath, getClasses, listPhotos } from '../api.js';
import { PageElement } from '../parts/element.js';
import { emptyNotice, failureNotice } from '../parts/notice.js';
import { photoCard } from '../parts/photo-card.js';
import { uploadCard } from '../parts/upload-card.js';
import { link } from '../route.js';
import { STATES, className } from '../words.js';

const PAGE = 60;
const PLACEHOLDERS = Array.from({ length: 12 });

class CatalogView extends PageElement {
  static properties = {
    query: { attribute: false },
    uploads: { attribute: false },
    photos: { state: true },
    cursor: { state: true },
    loading: { state: true },
    failure: { state: true },
    classes: { state: true },
  };

  #abort;
  #end = new IntersectionObserver(([entry]) => entry.isIntersecting && this.#more(), { rootMargin: '1200px' });

  constructor() {
    super();
    this.photos = [];
    this.classes = [];
    this.loading = true;
  }

  connectedCallback() {
    super.connectedCallback();
    getClasses().then(({ classes }) => (this.classes = classes), () => undefined);
    this.uploads.addEventListener('change', this.#onUploads);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.uploads.removeEventListener('change', this.#onUploads);
    this.#end.disconnect();
    this.#abort?.abort();
  }

  #onUploads = () => this.requestUpdate();

  willUpdate(changed) {
    if (changed.has('query')) this.#reload();
  }

  updated() {
    this.#end.disconnect();
    const end = this.querySelector('.end');
    if (end) this.#end.observe(end);
  }

  #reload = () => {
    this.#abort?.abort();
    this.photos = [];
    this.cursor = undefined;
    this.#load();
  };

  #more() {
    if (!this.loading && this.cursor) this.#load();
  }

  async #load() {
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.loading = true;
    this.failure = undefined;
    try {
      const { state, class: classId } = this.query;
      const page = await listPhotos({ state, class: classId, limit: PAGE, cursor: this.cursor }, signal);
      this.photos = [...this.photos, ...page.photos];
      this.cursor = page.cursor;
      this.loading = false;
    } catch (failure) {
      if (signal.aborted) return;
      this.failure = failure;
      this.loading = false;
    }
  }

  render() {
    return html`
      <h1 class="visually-hidden">Catalog</h1>
      ${this.#filters()}
      ${this.failure ? failureNotice(this.failure, this.#reload) : nothing}
      ${this.#grid()}`;
  }

  #filters() {
    const { state } = this.query;
    const pill = (id, name) => html`
      <a class="pill" href=${link('catalog', { ...this.query, state: id })}
        aria-current=${state === id ? 'true' : nothing}>${name}</a>`;
    return html`
      <nav class="filters mb-3" aria-label="Filters">
        ${pill(undefined, 'All')}${STATES.map(({ id, name }) => pill(id, name))}
        <a class="btn btn-sm btn-quiet ms-md-auto" download href=${exportPath({ state, class: this.query.class })}>Export CSV</a>
        <select class="form-select form-select-sm" aria-label="Class" @change=${this.#onClass}>
          <option value="">Every class</option>
          ${this.classes.map((entry) => html`
            <option value=${entry.id} .selected=${entry.id === this.query.class}>${className(entry)}</option>`)}
        </select>
      </nav>`;
  }

  #onClass = (event) => {
    location.hash = link('catalog', { ...this.query, class: event.target.value });
  };

  #grid() {
    const uploads = this.#isFiltered() ? [] : this.uploads.items;
    const uploaded = new Set(uploads.map(({ photoId }) => photoId).filter(Boolean));
    const cards = [
      ...uploads.map((item) => ({ key: `upload ${item.id}`, card: uploadCard(item) })),
      ...this.photos
        .filter(({ photoId }) => !uploaded.has(photoId))
        .map((photo) => ({ key: photo.photoId, card: photoCard(photo) })),
    ];
    if (!cards.length && !this.loading && !this.failure) return this.#empty();
    return html`
      <ul class="photo-grid" aria-label="Photos" aria-busy=${this.loading ? 'true' : 'false'}>
        ${repeat(cards, ({ key }) => key, ({ card }) => html`<li>${card}</li>`)}
        ${this.loading ? PLACEHOLDERS.map(() => html`
          <li aria-hidden="true"><div class="photo-card placeholder-glow">
            <div class="photo-plate bare placeholder"></div>
            <div class="photo-facts"><span class="placeholder col-8"></span><span class="placeholder col-5"></span></div>
          </div></li>`) : nothing}
      </ul>
      ${this.cursor && !this.loading ? html`
        <div class="end text-center py-4">
          <button class="btn btn-quiet" @click=${() => this.#more()}>Show more</button>
        </div>` : nothing}`;
  }

  #isFiltered() {
    return Boolean(this.query.state || this.query.class);
  }

  #empty() {
    return this.#isFiltered()
      ? emptyNotice(
          'No photo is like that',
          'Nothing in the catalog matches these filters.',
          html`<a class="btn btn-quiet" href=${link('catalog')}>Show all photos</a>`,
        )
      : emptyNotice(
          'No photos yet',
          'Drop photos or whole folders anywhere on this page, or choose them with “Add photos”. Each is tagged within seconds.',
        );
  }
}

customElements.define('catalog-view', CatalogView);
