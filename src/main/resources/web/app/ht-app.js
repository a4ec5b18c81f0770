import { html, nothing } from 'lit';
import { dropped, picked } from './files.js';
import { PageElement } from './parts/element.js';
import './parts/sign-in.js';
import './parts/toasts.js';
import './parts/upload-tray.js';
import { PhotoLists } from './photo-list.js';
import { Places } from './places.js';
import { HOME, current, go, link } from './route.js';
import { ACCEPTED, Uploads } from './uploads.js';
import './views/catalog-view.js';
import './views/models-view.js';
import './views/photo-view.js';
import './views/review-view.js';
import { many, title } from './words.js';

/** Views by their name in the URL; what has a `name` stands in the navigation. */
const VIEWS = {
  catalog: {
    name: 'Catalog',
    render: ({ route, place, lists, uploads }) => html`
      <catalog-view .query=${route.query} .place=${place} .lists=${lists} .uploads=${uploads}></catalog-view>`,
  },
  review: { name: 'Review', render: ({ route }) => html`<review-view .query=${route.query}></review-view>` },
  models: { name: 'Models', render: ({ route }) => html`<models-view .query=${route.query}></models-view>` },
  photo: {
    title: 'Photo',
    render: ({ route, lists, places }) => html`
      <photo-view .query=${route.query} .lists=${lists} .from=${places.from}></photo-view>`,
  },
};

const NEWS_MILLIS = 1500;

class HtApp extends PageElement {
  static properties = {
    route: { state: true },
    dragging: { state: true },
    news: { state: true },
  };

  uploads = new Uploads();
  lists = new PhotoLists();
  places = new Places();
  place;

  #ended = [];
  #telling;

  constructor() {
    super();
    this.dragging = false;
    this.news = '';
    this.#enter();
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#onRoute);
    addEventListener('dragover', this.#onDragOver);
    addEventListener('dragleave', this.#onDragLeave);
    addEventListener('drop', this.#onDrop);
    this.uploads.addEventListener('change', this.#onUpload);
  }

  #enter() {
    this.route = current();
    this.place = this.places.enter(this.route.view);
    const view = this.#view();
    document.title = `${view.name ?? view.title} – Hangtag`;
  }

  #view() {
    return VIEWS[this.route.view] ?? VIEWS[HOME];
  }

  #onRoute = async () => {
    const before = this.#view();
    this.#enter();
    if (before === this.#view()) return;
    await this.updateComplete;
    if (this.place) return;
    scrollTo(0, 0);
    this.querySelector('main').focus({ preventScroll: true });
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
    if (!event.dataTransfer?.types.includes('Files')) return;
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
    go(HOME);
    scrollTo(0, 0);
  }

  /** Tells a screen reader how files ended: one by its name, many that end together by their number. */
  #onUpload = ({ detail: items }) => {
    this.#ended.push(...items.filter(({ state }) => state === 'tagged' || state === 'refused'));
    if (!this.#ended.length) return;
    this.#telling ??= setTimeout(() => {
      const ended = this.#ended;
      this.#ended = [];
      this.#telling = undefined;
      this.news = ended.length === 1 ? outcome(ended[0]) : outcomes(ended);
    }, NEWS_MILLIS);
  };

  render() {
    return html`
      <a class="skip-link" href="#main" @click=${this.#skip}>Skip to the photos</a>
      <header class="shell-bar">
        <div class="container-fluid d-flex align-items-center gap-2 py-2">
          <a class="brand d-flex align-items-center gap-2 me-2" href=${link(HOME)}>
            <img src="/icon.svg" alt="" width="24" height="24"><span>Hangtag</span>
          </a>
          <nav class="nav me-auto" aria-label="Views">
            ${Object.entries(VIEWS).filter(([, { name }]) => name).map(([id, { name }]) => html`
              <a class="nav-link" href=${link(id)} aria-current=${this.route.view === id ? 'page' : nothing}>${name}</a>`)}
          </nav>
          <sign-in></sign-in>
          <button class="btn btn-quiet add-folder" @click=${() => this.querySelector('.folder-input').click()}>Add folder</button>
          <button class="btn btn-primary" @click=${() => this.querySelector('.photos-input').click()}>Add<span class="wide"> photos</span></button>
          <input class="photos-input" hidden type="file" multiple accept=${ACCEPTED} @change=${this.#onPick}>
          <input class="folder-input" hidden type="file" webkitdirectory @change=${this.#onPick}>
        </div>
        <upload-tray .uploads=${this.uploads}></upload-tray>
      </header>
      <main id="main" class="container-fluid py-3" tabindex="-1">${this.#view().render(this)}</main>
      <ht-toasts></ht-toasts>
      <div class="visually-hidden" role="status" aria-live="polite">${this.news}</div>
      ${this.dragging ? html`<div class="drop-veil">Drop photos or folders to add them</div>` : nothing}`;
  }

  #skip = (event) => {
    event.preventDefault();
    this.querySelector('main').focus();
  };
}

const outcome = (item) => `${item.name}: ${item.state === 'tagged' ? title(item.photo) : item.reason}`;

function outcomes(items) {
  const refused = items.filter(({ state }) => state === 'refused').length;
  const tagged = items.length - refused;
  return [tagged && `${many(tagged, 'photo')} tagged`, refused && `${many(refused, 'file')} refused`].filter(Boolean).join(', ');
}

customElements.define('ht-app', HtApp);
