import { html, nothing } from 'lit';
import { listPhotos } from '../api.js';
import { PageElement } from '../parts/element.js';
import { requireReviewer, reviewerField } from '../parts/reviewer-field.js';
import { facetName, facetValueName, many } from '../words.js';

const CHOICES = ['model', 'state', 'group'];

/** Starts a job; says `begin` with what `POST /api/jobs` takes. */
class JobForm extends PageElement {
  static properties = {
    /** Class by id. */
    classes: { attribute: false },
    busy: { type: Boolean },
    kind: { state: true },
    filter: { state: true },
    facets: { state: true },
    total: { state: true },
  };

  #asked = 0;

  constructor() {
    super();
    this.classes = new Map();
    this.kind = 'retag';
    this.filter = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.#count();
  }

  /** How many photos the filter leaves; without an answer the form does as well. */
  async #count() {
    const asked = ++this.#asked;
    const page = await listPhotos({ ...this.filter, limit: 1 }).catch(() => ({}));
    if (asked !== this.#asked) return;
    this.total = page.total;
    this.facets ??= page.facets;
  }

  render() {
    return html`
      <form class="job-form" @submit=${this.#submit}>
        <fieldset class="d-flex flex-wrap gap-3">
          <legend class="visually-hidden">What to do</legend>
          ${this.#radio('retag', 'Re-tag', 'Photos of the catalog are answered anew by the model that serves. What a person said stands.')}
          ${this.#radio('backfill', 'Backfill', 'Photos that lay in the bucket before Hangtag did are tagged.')}
        </fieldset>
        <div class="job-fields">
          ${this.kind === 'retag' ? this.#filters() : this.#prefix()}
          <label>At most, photos a second
            <input class="form-control form-control-sm" name="rate" type="number" min="0.01" max="1000" step="any" placeholder="As fast as it goes">
          </label>
        </div>
        <div class="d-flex flex-wrap gap-2 align-items-center">
          ${reviewerField(undefined, 'Started by')}
          <button class="btn btn-primary" ?disabled=${this.busy}>Start ${this.kind === 'retag' ? 're-tagging' : 'the backfill'}</button>
          <span class="text-quiet" role="status">${this.kind === 'retag' && this.total !== undefined && this.total !== null ? many(this.total, 'photo') : nothing}</span>
        </div>
      </form>`;
  }

  #radio(kind, name, does) {
    return html`
      <div class="form-check job-kind">
        <input class="form-check-input" type="radio" name="kind" id="job-${kind}" .checked=${this.kind === kind}
          @change=${() => (this.kind = kind)}>
        <label class="form-check-label" for="job-${kind}">${name}<span class="text-quiet small d-block">${does}</span></label>
      </div>`;
  }

  #filters() {
    return html`
      ${CHOICES.map((name) => html`
        <label>${facetName(name)}
          <select class="form-select form-select-sm" name=${name} @change=${this.#onFilter}>
            <option value="">Any</option>
            ${(this.facets?.[name] ?? []).map(({ value }) => html`
              <option value=${value} ?selected=${this.filter[name] === value}>${facetValueName(name, value, this.classes)}</option>`)}
          </select>
        </label>`)}
      <label>Text in the key
        <input class="form-control form-control-sm" name="text" maxlength="200" .value=${this.filter.text ?? ''} @change=${this.#onFilter}>
      </label>`;
  }

  #prefix() {
    return html`
      <label>Keys that begin with
        <input class="form-control form-control-sm" name="prefix" maxlength="500" placeholder="uploads/">
      </label>`;
  }

  #onFilter = ({ target: { name, value } }) => {
    this.filter = { ...this.filter, [name]: value.trim() || undefined };
    this.#count();
  };

  #submit = (event) => {
    event.preventDefault();
    const by = requireReviewer(this);
    if (!by) return;
    const { prefix, rate } = event.target.elements;
    const { text, ...facets } = this.filter;
    const lists = Object.fromEntries(Object.entries(facets).filter(([, value]) => value).map(([name, value]) => [name, [value]]));
    const job = {
      kind: this.kind,
      by,
      ...(this.kind === 'retag' ? { filter: { ...lists, ...(text ? { text } : {}) } } : { prefix: prefix.value.trim() || undefined }),
      ratePerSecond: rate.value ? Number(rate.value) : undefined,
    };
    this.dispatchEvent(new CustomEvent('begin', { detail: job }));
  };
}

customElements.define('job-form', JobForm);
