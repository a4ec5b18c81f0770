import { html, nothing } from 'lit';
import { PageElement } from './parts/element.js';
import { dropped, picked } from './files.js';
import { HOME, current, link } from './route.js';
import { Uploads } from './uploads.js';
import { title } from './words.js';
import './views/catalog-view.js';
import './views/photo-view.js';
import './views/review-view.js';

const VIEWS = {
  catalog: {
    name: 'Catalog',
    render: (query, uploads) => html`<catalog-view .query=${query} .uploads=${uploads}></catalog-view>`,
  },
  review: { name: 'Review', render: () => html`<review-view></review-view>` },
  photo: { render: (query) => html`<photo-view .photoId=${query.id ?? ''}></photo-view>` },
};

class HtApp extends PageElement {
  static properties = {
    route: { state: true },
    dragging: { state: true },
    news: { state: true },
  };

  uploads = new Uploads();

  constructor() {
    super();
    this.route = current();
    this.dragging = false;
    this.news = '';
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#onRoute);
    addEventListener('dragover', this.#onDragOver);
    addEventListener('dragleave', this.#onDragLeave);
    addEventListener('drop', this.#onDrop);
    this.uploads.addEventListener('change', this.#onUpload);
  }

  #onRoute = () => {
    const before = this.route.view;
    this.route = current();
    if (before !== this.route.view) {
      scrollTo(0, 0);
      this.querySelector('main')?.focus({ preventScroll: true });
    }
  };

  #onDragOver = (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.dragging = true;
  };

  #onDragLeave = (event) => {
    if (event.relatedTarget === null) this.dragging = false;
  };

  #onDrop = async (event) => {
    event.preventDefault();
    this.dragging = false;
    this.#take(await dropped(event.dataTransfer));
  };

  #onPick = (event) => {
    this.#take(picked(event.target));
    event.target.value = '';
  };

  #take(files) {
    if (!files.length) return;
    this.uploads.add(files);
    if (this.route.view !== HOME || Object.keys(this.route.query).length) location.hash = link(HOME);
    scrollTo(0, 0);
  }

  /** Tells a screen reader how a file ended. */
  #onUpload = ({ detail: item }) => {
    if (item?.state === 'tagged') this.news = `${item.name}: ${title(item.photo)}`;
    if (item?.state === 'refused') this.news = `${item.name}: ${item.reason}`;
  };

  render() {
    const view = VIEWS[this.route.view] ?? VIEWS[HOME];
    return html`
      <a class="skip-link" href="#main" @click=${this.#skip}>Skip to the photos</a>
      <header class="shell-bar">
        <div class="container-xxl d-flex align-items-center gap-2 py-2">
          <a class="brand d-flex align-items-center gap-2 me-2" href=${link(HOME)}>
            <img src="/icon.svg" alt="" width="24" height="24"><span>Hangtag</span>
          </a>
          <nav class="nav me-auto" aria-label="Views">
            ${Object.entries(VIEWS).filter(([, { name }]) => name).map(([id, { name }]) => html`
              <a class="nav-link" href=${link(id)} aria-current=${this.route.view === id ? 'page' : nothing}>${name}</a>`)}
          </nav>
          <label class="btn btn-primary mb-0" tabindex="0" @keydown=${this.#openPicker}>
            Add photos
            <input class="visually-hidden" type="file" multiple tabindex="-1" aria-label="Add photos"
              accept="image/jpeg,image/png,image/webp,image/gif" @change=${this.#onPick}>
          </label>
        </div>
      </header>
      <main id="main" class="container-xxl py-3" tabindex="-1">${view.render(this.route.query, this.uploads)}</main>
      <div class="visually-hidden" role="status" aria-live="polite">${this.news}</div>
      ${this.dragging ? html`<div class="drop-veil">Drop photos or folders to add them</div>` : nothing}`;
  }

  #skip = (event) => {
    event.preventDefault();
    this.querySelector('main').focus();
  };

  #openPicker = (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.currentTarget.querySelector('input').click();
  };
}

customElements.define('ht-app', HtApp);
