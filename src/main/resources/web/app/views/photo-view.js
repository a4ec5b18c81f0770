import { html, nothing } from 'lit';
import { REVISION_CHANGED, getClasses, getPhoto, getTags, labelPhoto, thumbnailPath, unlabelPhoto } from '../api.js';
import { filtersOf } from '../filters.js';
import '../parts/class-picker.js';
import { NOT_CLOTHING } from '../parts/class-picker.js';
import { PageElement } from '../parts/element.js';
import { cautionNotice, failureNotice } from '../parts/notice.js';
import { badge } from '../parts/photo-card.js';
import { photoFacts, photoHistory, photoNotes, rawTags } from '../parts/photo-facts.js';
import '../parts/photo-picture.js';
import { requireReviewer, reviewerField } from '../parts/reviewer-field.js';
import { toast } from '../parts/toasts.js';
import { photoChanged } from '../photo-list.js';
import { go, link } from '../route.js';
import { classNameOf, facets, fileName, percent, title, when } from '../words.js';

/** How far a list is searched for the photo, when its link was opened from elsewhere. */
const SEARCHED = 400;

/** Views that a photo is opened from, by what the way back is called. */
const BACK = { catalog: 'Catalog', review: 'Review', models: 'Models' };

const KEYS = [
  ['← →', 'previous, next'],
  ['H', 'heat map'],
  ['/', 'another class'],
  ['N', 'not clothing'],
  ['U', 'undo'],
];

/** Everything known of one photo, and the way through the list that it was opened from. */
class PhotoView extends PageElement {
  static properties = {
    query: { attribute: false },
    lists: { attribute: false },
    from: {},
    photo: { state: true },
    tags: { state: true },
    classes: { state: true },
    explained: { state: true },
    failure: { state: true },
    conflict: { state: true },
    busy: { state: true },
    index: { state: true },
  };

  #filters;
  #list;

  constructor() {
    super();
    this.classes = new Map();
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('keydown', this.#onKey);
    getClasses().then(
      ({ classes }) => (this.classes = new Map(classes.map((entry) => [entry.id, entry]))),
      () => undefined,
    );
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#onKey);
  }

  willUpdate(changed) {
    if (changed.has('query')) this.#open();
  }

  get #photoId() {
    return this.query.get('id') ?? '';
  }

  #open() {
    this.#filters = filtersOf(this.query);
    this.#list = this.lists.of(this.#filters, { back: true });
    this.conflict = undefined;
    this.tags = undefined;
    if (this.explained) this.explained = '';
    const index = this.#list.indexOf(this.#photoId);
    this.index = index < 0 ? undefined : index;
    this.photo = this.#list.photos[index];
    this.#load();
    this.#findNeighbours();
  }

  #load = async () => {
    const photoId = this.#photoId;
    this.failure = undefined;
    try {
      const photo = await getPhoto(photoId);
      if (photoId !== this.#photoId) return;
      this.photo = photo;
      this.#loadTags();
    } catch (failure) {
      if (photoId === this.#photoId) this.failure = failure;
    }
  };

  async #loadTags() {
    const photoId = this.#photoId;
    const tags = await getTags(photoId).catch((failure) => ({ failure }));
    if (photoId === this.#photoId) this.tags = tags;
  }

  async #findNeighbours() {
    const photoId = this.#photoId;
    const list = this.#list;
    if (this.index === undefined) await list.ensure(SEARCHED);
    const index = list.indexOf(photoId);
    // The next one may be on a page that nobody has scrolled to.
    if (index >= 0) await list.ensure(index + 2);
    if (photoId !== this.#photoId) return;
    this.index = index < 0 ? undefined : index;
    this.requestUpdate();
    const next = this.#neighbour(1);
    if (next?.content?.width) new Image().src = thumbnailPath(next, 768);
  }

  #neighbour(step) {
    return this.index === undefined ? undefined : this.#list.photos[this.index + step];
  }

  #linkTo(photo) {
    return link('photo', { ...this.#filters, id: photo.photoId });
  }

  /** Within the list the history does not grow, so that one step back leads to where the list was left. */
  #step(step) {
    const photo = this.#neighbour(step);
    if (photo) go('photo', { ...this.#filters, id: photo.photoId }, { replace: true });
  }

  #onKey = (event) => {
    if (event.target.closest('input, select, textarea, dialog') || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = this.#act(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  };

  #act(key) {
    if (key === 'ArrowLeft') return () => this.#step(-1);
    if (key === 'ArrowRight') return () => this.#step(1);
    if (!this.photo) return undefined;
    if (key.toLowerCase() === 'h') return () => this.#explain('');
    if (!this.photo.predicted || this.busy) return undefined;
    if (key === '/') return () => this.querySelector('class-picker').focusInput();
    if (key.toLowerCase() === 'n') return () => this.#name(NOT_CLOTHING.id);
    if (key.toLowerCase() === 'u' && this.photo.human) return this.#undo;
    return undefined;
  }

  /** Shows what spoke for a class, '' for the answer; once more hides it. */
  #explain(classId) {
    this.explained = this.explained === classId ? undefined : classId;
  }

  #className(classId) {
    return classNameOf(classId, this.classes);
  }

  #name(classId) {
    const by = requireReviewer(this);
    if (!by) return;
    const why = this.querySelector('.why').value.trim() || undefined;
    this.#change(`Say ‘${this.#className(classId)}’ all the same`, async (photo) => {
      const after = await labelPhoto(photo, { class: classId, by, why });
      toast(`${fileName(photo.key)}: ${this.#className(classId)}`, { name: 'Undo', act: () => this.#takeBack(after) });
      return after;
    });
  }

  #undo = () => this.#change('Undo all the same', unlabelPhoto);

  /** From a toast, when the view may show another photo already. */
  async #takeBack(photo) {
    try {
      const restored = await unlabelPhoto(photo);
      photoChanged(restored);
      if (restored.photoId === this.#photoId) {
        this.photo = restored;
        this.#loadTags();
      }
    } catch (failure) {
      toast(failure.message);
    }
  }

  /** Writes; where somebody was quicker, says what they wrote and offers to write all the same. */
  async #change(again, act) {
    const before = this.photo;
    this.failure = undefined;
    this.conflict = undefined;
    this.busy = true;
    try {
      this.#wrote(await act(before));
    } catch (failure) {
      if (failure.code === REVISION_CHANGED) await this.#collide(again, act);
      else this.failure = failure;
    }
    this.busy = false;
  }

  #wrote(photo) {
    photoChanged(photo);
    if (photo.photoId !== this.#photoId) return;
    this.photo = photo;
    this.querySelector('.why').value = '';
    this.#loadTags();
  }

  async #collide(again, act) {
    try {
      const photo = await getPhoto(this.#photoId);
      photoChanged(photo);
      this.photo = photo;
      this.conflict = { again, act };
      this.#loadTags();
    } catch (failure) {
      this.failure = failure;
    }
  }

  render() {
    const { photo, failure } = this;
    return html`
      ${this.#bar()}
      ${failure ? failureNotice(failure, this.#load) : nothing}
      ${photo ? nothing : html`<h1 class="visually-hidden">Photo</h1>`}
      ${this.conflict ? this.#conflict() : nothing}
      ${photo ? this.#detail(photo) : nothing}
      ${!photo && !failure ? html`<div class="photo-detail placeholder-glow" aria-hidden="true">
        <div class="photo-plate bare"></div><div><span class="placeholder col-6"></span></div></div>` : nothing}`;
  }

  #bar() {
    const [previous, next] = [this.#neighbour(-1), this.#neighbour(1)];
    const total = this.#list.total ?? 0;
    const step = (sign, name, photo, by) => html`
      <a class="btn btn-quiet ${photo ? '' : 'disabled'}" rel=${by < 0 ? 'prev' : 'next'} href=${photo ? this.#linkTo(photo) : nothing}
        role="link" aria-disabled=${photo ? nothing : 'true'} aria-label=${name} @click=${(event) => this.#onStep(event, by)}>${sign}</a>`;
    return html`
      <nav class="photo-bar" aria-label="Photos">
        <a class="btn btn-quiet me-auto" href=${link('catalog', this.#filters)} @click=${this.#back}>← ${BACK[this.from] ?? BACK.catalog}</a>
        <span class="text-quiet" role="status">${this.index === undefined ? nothing : `${(this.index + 1).toLocaleString()} of ${total.toLocaleString()}`}</span>
        ${step(html`‹<span class="wide"> Previous</span>`, 'Previous', previous, -1)}
        ${step(html`<span class="wide">Next </span>›`, 'Next', next, 1)}
      </nav>`;
  }

  #onStep(event, step) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#step(step);
  }

  #back = (event) => {
    if (!BACK[this.from] || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.back();
  };

  #conflict() {
    const { human, class: classId } = this.photo;
    const said = human
      ? `${human.by} said ‘${this.#className(human.class)}’ on ${when(human.at)}.`
      : `It is ‘${classId ? this.#className(classId) : title(this.photo)}’ now, by the model or because a correction was taken back.`;
    const { again, act } = this.conflict;
    return cautionNotice('Somebody changed this photo while you looked at it.', said, html`
      <button class="btn btn-sm btn-quiet" @click=${() => this.#change(again, act)}>${again}</button>
      <button class="btn btn-sm btn-quiet" @click=${() => (this.conflict = undefined)}>Leave it so</button>`);
  }

  #detail(photo) {
    return html`
      <div class="photo-detail">
        <div class="photo-large">
          <photo-picture .photo=${photo} .explained=${this.explained}></photo-picture>
          <div class="d-flex flex-wrap gap-2 mt-2">
            ${photo.top.length ? html`<button class="btn btn-sm btn-quiet heat-toggle" aria-pressed=${this.explained === undefined ? 'false' : 'true'}
              @click=${() => (this.explained = this.explained === undefined ? '' : undefined)}>Heat map <kbd>H</kbd></button>` : nothing}
            <a class="btn btn-sm btn-quiet" href=${photo.image} target="_blank" rel="noopener">Original</a>
          </div>
        </div>
        <div class="photo-text">
          <div>
            <h1 class="h3 mb-1">${title(photo)}</h1>
            <p class="text-quiet mb-2">${facets(photo)}</p>
            ${badge(photo)} ${photo.confidence === null || photo.human ? nothing : html`<span class="text-quiet small ms-1">${percent(photo.confidence)} sure</span>`}
          </div>
          ${photo.predicted ? this.#correction(photo) : nothing}
          ${photo.top.length ? this.#ranking(photo) : nothing}
          ${photoHistory(photo, (classId) => this.#className(classId))}
          ${photoNotes(photo)}
          ${photoFacts(photo)}
          ${rawTags(this.tags)}
        </div>
      </div>`;
  }

  #correction(photo) {
    return html`
      <section class="panel" aria-labelledby="correction">
        <h2 id="correction" class="h6">Not right?</h2>
        <class-picker .classes=${[...this.classes.values()]} .likely=${photo.top} label="It is a …"
          @pick=${(event) => this.#name(event.detail)}></class-picker>
        <input class="form-control why" maxlength="500" placeholder="Why? (may be left out)" aria-label="Why" autocomplete="off">
        <div class="d-flex flex-wrap gap-2 align-items-center">
          ${reviewerField()}
          <button class="btn btn-sm btn-quiet" ?disabled=${this.busy} @click=${() => this.#name(NOT_CLOTHING.id)}>Not clothing</button>
          ${photo.human ? html`<button class="btn btn-sm btn-quiet undo" ?disabled=${this.busy} @click=${this.#undo}>Undo the correction</button>` : nothing}
        </div>
        <dl class="keys" aria-label="Keys">
          ${KEYS.map(([key, meaning]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${meaning}</dd></div>`)}
        </dl>
      </section>`;
  }

  #ranking(photo) {
    return html`
      <section aria-labelledby="ranking">
        <h2 id="ranking" class="h6">What the model sees</h2>
        <ol class="ranking with-why">
          ${photo.top.map((entry) => html`
            <li><span>${this.#className(entry.class)}</span>
              <meter class="bar" min="0" max="1" .value=${entry.probability} aria-label="Probability"></meter>
              <span class="text-end">${percent(entry.probability)}</span>
              <button class="btn btn-sm btn-quiet" aria-pressed=${this.explained === entry.class ? 'true' : 'false'}
                aria-label="Why ${this.#className(entry.class)}" @click=${() => this.#explain(entry.class)}>Why</button></li>`)}
        </ol>
      </section>`;
  }
}

customElements.define('photo-view', PhotoView);
