import { html, nothing } from 'lit';
import { exportPath, getClasses } from '../api.js';
import { labelAll, unlabelAll } from '../bulk.js';
import { chipsOf } from '../chips.js';
import { SORTS, filtersOf, isFiltered, serviceQuery } from '../filters.js';
import '../parts/bulk-bar.js';
import { PageElement } from '../parts/element.js';
import '../parts/filter-panel.js';
import { emptyNotice, failureNotice } from '../parts/notice.js';
import { photoCard } from '../parts/photo-card.js';
import '../parts/photo-grid.js';
import { toast } from '../parts/toasts.js';
import { uploadCard } from '../parts/upload-card.js';
import { go, link } from '../route.js';
import { Selection } from '../selection.js';
import { classNameOf, many } from '../words.js';

/** Photos that are loaded beyond what is near the window. */
const AHEAD = 100;
const TYPING_MILLIS = 250;

const placeholder = () => html`
  <div class="photo-card placeholder-glow" aria-hidden="true">
    <div class="photo-plate bare"></div>
    <div class="photo-facts"><span class="placeholder col-8"></span><span class="placeholder col-5"></span></div>
  </div>`;

/** All photos, as far as the filters leave them, and the files under way. */
class CatalogView extends PageElement {
  static properties = {
    query: { attribute: false },
    place: { attribute: false },
    lists: { attribute: false },
    uploads: { attribute: false },
    classes: { state: true },
    revision: { state: true },
    failure: { state: true },
    labelled: { state: true },
  };

  #list;
  #filters;
  /** What the grid shows: files under way, then photos. */
  #uploaded = [];
  #photos = [];
  #facets;
  #selection = new Selection();
  #typing;
  #returning;

  constructor() {
    super();
    this.classes = new Map();
    this.revision = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    getClasses().then(
      ({ classes }) => (this.classes = new Map(classes.map((entry) => [entry.id, entry]))),
      () => undefined,
    );
    this.uploads.addEventListener('change', this.#onChange);
    addEventListener('keydown', this.#onKey);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.uploads.removeEventListener('change', this.#onChange);
    removeEventListener('keydown', this.#onKey);
    this.#list?.removeEventListener('change', this.#onChange);
    clearTimeout(this.#typing);
  }

  #onChange = () => {
    this.revision += 1;
  };

  #onKey = (event) => {
    if (event.target.closest('input, select, textarea, dialog') || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '/') {
      event.preventDefault();
      this.querySelector('.search').focus();
    } else if (event.key === 'Escape' && this.#selection.size) {
      this.#choose(() => this.#selection.clear());
    }
  };

  willUpdate(changed) {
    if (changed.has('query')) this.#open();
    // Under a filter it is not known yet whether the files under way belong there; else they are the newest.
    this.#uploaded = isFiltered(this.#filters) || this.#filters.sort === 'least-certain' ? [] : this.uploads.items;
    this.#photos = this.#listed();
    this.#facets = this.#list.facets ?? this.#facets;
  }

  #open() {
    this.#filters = filtersOf(this.query);
    this.#use(this.lists.of(this.#filters, { back: Boolean(this.place) }));
    this.#selection.clear();
    this.failure = undefined;
  }

  #use(list) {
    this.#list?.removeEventListener('change', this.#onChange);
    this.#list = list;
    list.addEventListener('change', this.#onChange);
    list.ensure(1);
  }

  updated(changed) {
    if (changed.has('query')) {
      this.#returning = this.place;
      if (!this.place && scrollY) scrollTo(0, 0);
    }
    // Before the total is known there is nothing so far down to return to.
    if (!this.#returning || this.#list.total === undefined) return;
    this.querySelector('photo-grid')?.restore(this.#returning);
    this.#returning = undefined;
  }

  #reload = () => {
    this.failure = undefined;
    this.lists.clear();
    this.#use(this.lists.of(this.#filters));
    this.#onChange();
  };

  /** The photos of the list but those that stand there as files already. */
  #listed() {
    const uploaded = new Set(this.#uploaded.map(({ photoId }) => photoId).filter(Boolean));
    return uploaded.size ? this.#list.photos.filter(({ photoId }) => !uploaded.has(photoId)) : this.#list.photos;
  }

  #count() {
    const elsewhere = this.#list.photos.length - this.#photos.length;
    return this.#uploaded.length + Math.max(0, (this.#list.total ?? 0) - elsewhere);
  }

  #photoAt(index) {
    const uploads = this.#uploaded;
    return index < uploads.length ? uploads[index].photo : this.#photos[index - uploads.length];
  }

  #idAt = (index) => this.#photoAt(index)?.photoId;

  #filter(change, options) {
    go('catalog', { ...this.#filters, ...change }, options);
  }

  render() {
    const { total, failure } = this.#list;
    const chips = chipsOf(this.#filters, this.classes);
    return html`
      <h1 class="visually-hidden">Catalog</h1>
      <div class="catalog ${this.#selection.size ? 'choosing' : ''}">
        <filter-panel .facets=${this.#facets} .filters=${this.#filters} .classes=${this.classes} .total=${total}
          @filter=${({ detail }) => this.#filter(detail)}></filter-panel>
        <section class="catalog-photos" aria-label="Photos">
          ${this.#toolbar(chips)}
          ${this.#summary(chips)}
          ${failure ? this.#refused(failure) : nothing}
          ${this.failure ? failureNotice(this.failure) : nothing}
          ${this.#grid()}
        </section>
      </div>
      ${this.#selection.size ? this.#bulk() : nothing}`;
  }

  #toolbar(chips) {
    const { text, sort } = this.#filters;
    return html`
      <div class="toolbar">
        <button class="btn btn-quiet d-md-none" @click=${() => this.querySelector('filter-panel').show()}>Filters${chips.length ? ` (${chips.length})` : ''}</button>
        <input class="form-control search" type="search" placeholder="Search file names" aria-label="Search file names"
          maxlength="200" .value=${text} @input=${this.#onText} @search=${this.#onText}>
        <select class="form-select sort" aria-label="Order" @change=${(event) => this.#filter({ sort: event.target.value === 'newest' ? '' : event.target.value })}>
          ${SORTS.map(({ id, name }) => html`<option value=${id} ?selected=${id === (sort || 'newest')}>${name}</option>`)}
        </select>
        <a class="btn btn-quiet export" download href=${exportPath(serviceQuery({ ...this.#filters, sort: '' }))}>Export<span class="wide"> CSV</span></a>
      </div>`;
  }

  #onText = (event) => {
    const text = event.target.value.trim();
    clearTimeout(this.#typing);
    // One entry of the history a search, not one a letter.
    const replace = Boolean(this.#filters.text);
    this.#typing = setTimeout(() => text !== this.#filters.text && this.#filter({ text }, { replace }), TYPING_MILLIS);
  };

  #summary(chips) {
    const { total } = this.#list;
    return html`
      <div class="summary">
        <span class="total" role="status">${total === undefined ? 'Loading' : many(total, 'photo')}</span>
        ${chips.map(({ text, without }) => html`
          <button class="chip" aria-label="Remove filter ${text}" @click=${() => this.#filter(without)}>
            <span class="chip-text">${text}</span><span aria-hidden="true">×</span></button>`)}
        ${chips.length > 1 ? html`<a class="btn btn-link btn-sm p-0" href=${link('catalog', { sort: this.#filters.sort })}>Clear all</a>` : nothing}
      </div>`;
  }

  #grid() {
    const count = this.#count();
    if (!count && this.#list.total !== undefined) return this.#empty();
    const waiting = this.#list.total === undefined && !this.#list.failure;
    return html`
      <photo-grid label="Photos" aria-busy=${this.#list.loading ? 'true' : 'false'} .count=${waiting ? 30 : count} .revision=${this.revision}
        .card=${this.#card} .selected=${(index) => this.#selection.has(this.#idAt(index))}
        @range=${({ detail: { to } }) => this.#list.ensure(to - this.#uploaded.length + AHEAD)}
        @select=${this.#onSelect}></photo-grid>`;
  }

  #card = (index, { active, rushing }) => {
    if (rushing) return placeholder();
    const uploads = this.#uploaded;
    const photo = this.#photoAt(index);
    if (photo) return html`${photoCard(photo, { query: this.#filters, focusable: false })}${this.#box(index, photo)}`;
    return index < uploads.length ? uploadCard(uploads[index], this.uploads, { focusable: active }) : placeholder();
  };

  #box(index, photo) {
    return html`
      <label class="choose">
        <input class="form-check-input" type="checkbox" tabindex="-1" aria-label="Choose ${photo.key}"
          .checked=${this.#selection.has(photo.photoId)} @click=${(event) => this.#pick(index, event.shiftKey)}>
      </label>`;
  }

  #onSelect = ({ detail: { index, extend, from } }) => {
    if (from !== undefined) this.#selection.anchor(from);
    this.#pick(index, extend);
  };

  #pick(index, extend) {
    const photoId = this.#idAt(index);
    this.#choose(() => {
      if (extend) this.#selection.extend(index, this.#idAt);
      else if (photoId) this.#selection.toggle(index, photoId);
    });
  }

  #choose(act) {
    act();
    this.revision += 1;
  }

  #bulk() {
    return html`
      <bulk-bar .count=${this.#selection.size} .total=${this.#list.total ?? 0} .classes=${this.classes} .done=${this.labelled}
        @label=${({ detail }) => this.#label(detail)} @all=${this.#chooseAll}
        @none=${() => this.#choose(() => this.#selection.clear())}></bulk-bar>`;
  }

  #chooseAll = async () => {
    const list = this.#list;
    await list.ensure(list.total);
    if (list !== this.#list) return;
    this.#choose(() => list.photos.forEach(({ photoId }) => this.#selection.add(photoId)));
  };

  /** The chosen photos as they are known now, those just uploaded among them. */
  #chosen() {
    const uploaded = this.uploads.items.flatMap(({ photo }) => photo ?? []);
    const photos = new Map([...uploaded, ...this.#list.photos].map((photo) => [photo.photoId, photo]));
    return this.#selection.ids().map((photoId) => photos.get(photoId)).filter(Boolean);
  }

  async #label(label) {
    this.failure = undefined;
    this.labelled = 0;
    const name = classNameOf(label.class, this.classes);
    try {
      const { labelled, refused } = await labelAll(this.#chosen(), label, (done) => (this.labelled = done));
      labelled.forEach(({ photoId }) => this.#selection.delete(photoId));
      if (refused.length) this.failure = this.#refusal(refused);
      if (labelled.length) {
        toast(`${many(labelled.length, 'photo')}: ${name}`, { name: 'Undo', act: () => this.#unlabel(labelled) });
      }
    } catch (failure) {
      this.failure = failure;
    }
    this.labelled = undefined;
    this.#recount();
  }

  #refusal(refused) {
    const reasons = new Set(refused.map(({ problem }) => problem.detail ?? problem.title));
    return {
      title: `${many(refused.length, 'photo was', 'photos were')} left as before and still chosen`,
      message: [...reasons].slice(0, 3).join(' '),
    };
  }

  async #unlabel(photos) {
    const refused = await unlabelAll(photos);
    if (refused) toast(`${many(refused, 'photo')} had been changed by somebody else meanwhile and stay as they are`);
    this.#recount();
  }

  #recount() {
    this.#list.recount().catch(() => undefined);
  }

  /** A filter that the service refuses is not mended by asking again. */
  #refused(failure) {
    return html`${failureNotice(failure, this.#reload)}
      ${isFiltered(this.#filters) ? html`<a class="btn btn-quiet show-all" href=${link('catalog')}>Show all photos</a>` : nothing}`;
  }

  #empty() {
    return isFiltered(this.#filters)
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
