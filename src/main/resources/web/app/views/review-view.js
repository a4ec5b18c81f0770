import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { getClasses } from '../api.js';
import { filtersOf, isFiltered, serviceQuery } from '../filters.js';
import { bar } from '../parts/bar.js';
import { NOT_CLOTHING } from '../parts/class-picker.js';
import { PageElement } from '../parts/element.js';
import { emptyNotice, failureNotice } from '../parts/notice.js';
import '../parts/photo-picture.js';
import { requireReviewer, reviewerField } from '../parts/reviewer-field.js';
import { actOf } from '../review/keys.js';
import '../review/key-help.js';
import { outboxNotice } from '../review/outbox-notice.js';
import { Prefetch } from '../review/prefetch.js';
import { conflictSentence, reviewConflicts } from '../review/review-conflicts.js';
import '../review/review-strip.js';
import { reviewTally } from '../review/review-tally.js';
import { Sitting } from '../review/sitting.js';
import { reviewer } from '../reviewer.js';
import { link } from '../route.js';
import { classNameOf, fileName, many, percent } from '../words.js';

const STRIP = 24;
const AHEAD = 5;

/** Outlives the view, so that what was decided can be undone after a look at the catalog. */
let sitting;

/** The photos that wait for a person, least certain first, one in hand, by keyboard as well as by hand. */
class ReviewView extends PageElement {
  static properties = {
    query: { attribute: false },
    classes: { state: true },
    heat: { state: true },
    said: { state: true },
    unnamed: { state: true },
  };

  #prefetch = new Prefetch();
  #acts = {
    choose: (choice) => this.#choose(choice),
    accept: () => this.#choose(0),
    type: () => this.querySelector('class-picker').focusInput(),
    'not-clothing': () => this.#name(NOT_CLOTHING.id),
    skip: () => this.#skip(),
    heat: () => this.#toggleHeat(),
    mark: () => this.#markNext(),
    unmark: () => this.#unmarkLast(),
    strip: () => this.querySelector('review-strip')?.focusPhoto(),
    clear: () => this.#clear(),
    why: () => this.querySelector('.why').focus(),
  };

  constructor() {
    super();
    this.classes = new Map();
    this.heat = false;
    this.said = '';
  }

  connectedCallback() {
    super.connectedCallback();
    sitting ??= new Sitting();
    sitting.addEventListener('change', this.#onChange);
    sitting.addEventListener('conflict', this.#onConflict);
    addEventListener('keydown', this.#onKey);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    sitting.removeEventListener('change', this.#onChange);
    sitting.removeEventListener('conflict', this.#onConflict);
    removeEventListener('keydown', this.#onKey);
  }

  willUpdate(changed) {
    if (changed.has('query')) this.#open();
    this.#prefetch.keep(sitting.queue.slice(1, 1 + AHEAD));
  }

  #open() {
    sitting.open(serviceQuery(filtersOf(this.query ?? new URLSearchParams())));
    getClasses().then(
      ({ classes }) => (this.classes = new Map(classes.map((entry) => [entry.id, entry]))),
      () => undefined,
    );
  }

  #onChange = () => this.requestUpdate();

  #onConflict = ({ detail }) => this.#say(conflictSentence(detail, this.classes));

  #onKey = (event) => {
    const asked = actOf(event);
    if (!asked) return;
    const act = { undo: sitting.canUndo && this.#undo, help: this.#help }[asked.act] ?? (sitting.photo && this.#acts[asked.act]);
    if (!act) return;
    event.preventDefault();
    act(asked.choice);
  };

  #say(message) {
    this.said = message;
  }

  #className(classId) {
    return classNameOf(classId, this.classes);
  }

  #guess = (photo) => (photo.top.length ? this.#className(photo.top[0].class) : 'no guess');

  #choose(choice) {
    const entry = sitting.photo.top[choice];
    if (entry) this.#name(entry.class);
  }

  #name(classId) {
    const by = requireReviewer(this);
    if (!by) {
      this.unnamed = classId;
      return;
    }
    const why = this.querySelector('.why');
    const count = sitting.name(classId, by, why.value.trim());
    why.value = '';
    this.#went(`${this.#className(classId)}${count > 1 ? `, ${many(count, 'photo')}` : ''}.`);
  }

  /** The name is known now: what had been decided without one is done. */
  #onReviewer = () => {
    if (this.unnamed && reviewer() && sitting.photo) this.#name(this.unnamed);
    this.unnamed = undefined;
  };

  #skip() {
    sitting.skip();
    this.#went('Skipped.');
  }

  #undo = () => {
    const { kind, photos } = sitting.undo();
    const what = photos.length === 1 ? fileName(photos[0].key) : many(photos.length, 'photo');
    this.#went(kind === 'skip' ? `${what} is not skipped.` : `Undone: ${what}.`);
  };

  /** Tells what was done and what is in hand now; the focus goes to the new photo's question. */
  async #went(message) {
    const { photo } = sitting;
    this.#say(`${message} ${photo ? `Next: ${this.#guess(photo)}?` : ''}`.trim());
    await this.updateComplete;
    this.querySelector('.question')?.focus({ preventScroll: true });
  }

  #toggleHeat() {
    this.heat = !this.heat;
    this.#say(this.heat ? 'Heat map shown.' : 'Heat map hidden.');
  }

  #markNext() {
    const next = this.#strip().find(({ photoId }) => !sitting.marked.has(photoId));
    if (next) this.#mark(next.photoId, true);
  }

  #unmarkLast() {
    const last = [...sitting.marked].at(-1);
    if (last) this.#mark(last, false);
  }

  #mark(photoId, marked) {
    sitting.mark(photoId, marked);
    this.#say(sitting.marked.size ? `This one and ${many(sitting.marked.size, 'photo')} marked.` : 'Nothing is marked.');
  }

  #clear() {
    sitting.clearMarks();
    this.#say('Nothing is marked.');
    this.querySelector('.question')?.focus({ preventScroll: true });
  }

  #help = () => this.querySelector('key-help').show();

  #strip() {
    return sitting.queue.slice(1, 1 + STRIP);
  }

  render() {
    const { photo, loading, failure, outbox } = sitting;
    return html`
      <div class="review-bar">
        <h1 class="h4 mb-0">Review</h1>
        ${reviewTally(sitting, this.classes)}
        <div class="review-who">
          ${reviewerField(this.#onReviewer)}
          <button class="btn btn-sm btn-quiet" title="Keys (?)" @click=${this.#help}>Keys</button>
        </div>
      </div>
      ${this.#filterNote()}
      ${outboxNotice(outbox)}
      ${reviewConflicts(sitting, this.classes)}
      ${failure ? failureNotice(failure, sitting.more) : nothing}
      ${photo ? this.#desk(photo) : nothing}
      ${!photo && loading ? html`<p class="text-quiet">Looking for photos to review …</p>` : nothing}
      ${!photo && !loading && !failure ? this.#end() : nothing}
      <div class="visually-hidden" role="status" data-said>${this.said}</div>
      <key-help></key-help>`;
  }

  #filterNote() {
    if (!isFiltered(filtersOf(this.query ?? new URLSearchParams()))) return nothing;
    return html`<p class="text-quiet">Only photos of one filter. <a href=${link('review')}>Review all</a></p>`;
  }

  #desk(photo) {
    return html`
      <div class="review-desk">
        <div class="review-picture">
          ${keyed(photo.photoId, html`<photo-picture .photo=${photo} .explained=${this.heat ? '' : undefined}></photo-picture>`)}
          <p class="review-file text-quiet small mb-0">
            <a href=${link('photo', { id: photo.photoId })} title=${photo.key}>${fileName(photo.key)}</a>
            <button class="btn btn-sm btn-quiet" aria-pressed=${this.heat ? 'true' : 'false'} @click=${() => this.#toggleHeat()}>
              <kbd>H</kbd> Heat map</button>
          </p>
        </div>
        <div class="review-answer">
          <h2 class="question h5 mb-0" tabindex="-1">${this.#question(photo)}</h2>
          ${this.#choices(photo)}
          <class-picker .classes=${[...this.classes.values()]} .likely=${photo.top} label="Another class"
            @pick=${(event) => this.#name(event.detail)} @leave=${() => this.querySelector('.question').focus()}></class-picker>
          <input class="form-control form-control-sm why" maxlength="500" aria-label="Why (optional)" placeholder="Why (optional)"
            @keydown=${this.#leaveWhy}>
          <div class="review-acts">
            <button class="btn btn-primary" @click=${() => this.#choose(0)} ?disabled=${!photo.top.length}><kbd>Enter</kbd> Accept</button>
            <button class="btn btn-quiet" @click=${() => this.#name(NOT_CLOTHING.id)}><kbd>N</kbd> Not clothing</button>
            <button class="btn btn-quiet" @click=${() => this.#skip()}><kbd>S</kbd> Skip</button>
            <button class="btn btn-quiet" ?disabled=${!sitting.canUndo} @click=${this.#undo}><kbd>U</kbd> Undo</button>
          </div>
        </div>
      </div>
      ${sitting.queue.length > 1 ? this.#next() : nothing}`;
  }

  #leaveWhy = (event) => {
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    this.querySelector('.question').focus({ preventScroll: true });
  };

  #question({ level, garment, group }) {
    if (sitting.marked.size) return `What are these ${sitting.marked.size + 1} photos?`;
    if (level === 'garment') return `${garment}: which one?`;
    if (level === 'group') return `Some ${group}: which one?`;
    return 'What is this?';
  }

  #choices({ top }) {
    return html`
      <div class="choices" role="group" aria-label="What the model thinks">
        ${top.map((entry, index) => html`
          <button class="btn btn-quiet choice" @click=${() => this.#choose(index)}>
            <kbd>${index + 1}</kbd><span class="name">${this.#className(entry.class)}</span>${bar(entry.probability)}
            <span class="share">${percent(entry.probability)}</span>
          </button>`)}
      </div>`;
  }

  #next() {
    const { size } = sitting.marked;
    return html`
      <section class="review-next" aria-labelledby="next">
        <div class="review-next-head">
          <h2 id="next" class="h6 mb-0">Next</h2>
          <span class="text-quiet small">${size
            ? `${many(size, 'photo')} marked: what you say counts for ${size === 1 ? 'it' : 'them'} too`
            : 'Mark those that are the same as the one above, and name all at once'}</span>
          ${size ? html`<button class="btn btn-sm btn-quiet" @click=${() => this.#clear()}>Clear marks</button>` : nothing}
        </div>
        <review-strip .photos=${this.#strip()} .marked=${new Set(sitting.marked)} .guess=${this.#guess}
          @mark=${({ detail }) => this.#mark(detail.photoId, detail.marked)} @look=${({ detail }) => this.#look(detail)}
          @leave=${() => this.querySelector('.question').focus({ preventScroll: true })}></review-strip>
      </section>`;
  }

  #look(photoId) {
    sitting.take(photoId);
    this.#went('In hand.');
  }

  #end() {
    const { decided, skipped, canUndo } = sitting;
    const heading = decided.length ? `Done: ${many(decided.length, 'photo')} reviewed` : 'Nothing waits for you';
    const text = skipped
      ? `What you skipped still waits: ${many(skipped, 'photo')}.`
      : 'Every photo has its class. New doubtful ones will appear here.';
    return emptyNotice(heading, text, html`
      <div class="d-flex flex-wrap gap-2 justify-content-center">
        <button class="btn btn-primary" @click=${sitting.reload}>${skipped ? 'Go through the skipped' : 'Look again'}</button>
        ${canUndo ? html`<button class="btn btn-quiet" @click=${this.#undo}><kbd>U</kbd> Undo the last</button>` : nothing}
        <a class="btn btn-quiet" href="/api/export.csv?form=corrections" download>Corrections as CSV</a>
        <a class="btn btn-quiet" href=${link('catalog')}>To the catalog</a>
      </div>`);
  }
}

customElements.define('review-view', ReviewView);
