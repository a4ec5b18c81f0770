import { html } from 'lit';
import Offcanvas from 'bootstrap/js/src/offcanvas.js';
import './confidence-range.js';
import { PageElement } from './element.js';
import './facet-list.js';
import { FACETS } from '../filters.js';
import { many } from '../words.js';

/** What has a fixed height stands above what grows when the counts arrive, so that nothing moves. */
const [FIRST, REST] = [FACETS.slice(0, 1), FACETS.slice(1)];

/**
 * All filters: beside the photos where there is room, else behind a button, sliding in. Says `filter` with the filters that
 * changed.
 */
class FilterPanel extends PageElement {
  static properties = {
    facets: { attribute: false },
    filters: { attribute: false },
    classes: { attribute: false },
    total: { attribute: false },
  };

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#offcanvas()?.hide();
  }

  show() {
    Offcanvas.getOrCreateInstance(this.querySelector('.offcanvas-md')).show();
  }

  #offcanvas() {
    return Offcanvas.getInstance(this.querySelector('.offcanvas-md'));
  }

  #tell(change) {
    this.dispatchEvent(new CustomEvent('filter', { detail: change }));
  }

  #onRange = ({ detail: { from, to } }) =>
    this.#tell({ minConfidence: from > 0 ? from.toFixed(2) : '', maxConfidence: to < 1 ? to.toFixed(2) : '' });

  render() {
    const { filters } = this;
    return html`
      <div class="offcanvas-md offcanvas-start filter-panel" tabindex="-1" aria-labelledby="filters-heading">
        <div class="offcanvas-header">
          <h2 class="offcanvas-title h5" id="filters-heading">Filters</h2>
          <button class="btn-close d-md-none" aria-label="Close" @click=${() => this.#offcanvas()?.hide()}></button>
        </div>
        <div class="offcanvas-body">
          ${this.#facets(FIRST)}
          <fieldset class="facet">
            <legend>Confidence</legend>
            <confidence-range .from=${Number(filters.minConfidence || 0)} .to=${Number(filters.maxConfidence || 1)}
              @range=${this.#onRange}></confidence-range>
          </fieldset>
          <fieldset class="facet">
            <legend>Uploaded</legend>
            ${this.#day('uploadedFrom', 'From')}${this.#day('uploadedTo', 'Until')}
          </fieldset>
          ${this.#facets(REST)}
        </div>
        <div class="offcanvas-foot d-md-none">
          <button class="btn btn-primary w-100" @click=${() => this.#offcanvas()?.hide()}>${this.total === undefined ? 'Show photos' : `Show ${many(this.total, 'photo')}`}</button>
        </div>
      </div>`;
  }

  #facets(names) {
    return html`
      <facet-list .names=${names} .facets=${this.facets} .filters=${this.filters} .classes=${this.classes}
        @facet=${({ detail: { name, values } }) => this.#tell({ [name]: values })}></facet-list>`;
  }

  #day(name, label) {
    return html`
      <label class="day"><span>${label}</span>
        <input class="form-control form-control-sm" type="date" .value=${this.filters[name].slice(0, 10)}
          @change=${(event) => this.#tell({ [name]: event.target.value })}></label>`;
  }
}

customElements.define('filter-panel', FilterPanel);
