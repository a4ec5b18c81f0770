import { html, nothing } from 'lit';
import { STATES, facetName, facetValueName } from '../words.js';
import { PageElement } from './element.js';

/** How many values of a facet stand there before "Show all". */
const AT_FIRST = 7;

const OPEN = new Set(['state', 'group', 'garment', 'audience']);

/**
 * Checkboxes for the values that photos have in the facets `names`, with how many have each. Says `facet` with `{name, values}` when somebody
 * chose. `facets` are the service's counts, `filters` what is chosen, `classes` the taxonomy's classes by id.
 */
class FacetList extends PageElement {
  static properties = {
    names: { attribute: false },
    facets: { attribute: false },
    filters: { attribute: false },
    classes: { attribute: false },
    unfolded: { state: true },
  };

  constructor() {
    super();
    this.unfolded = new Set();
  }

  /** Counted values, and what no photo has although it is chosen (so that it can be taken back) or, of the states, always. */
  #values(name) {
    const counted = this.facets?.[name] ?? [];
    const known = new Map(counted.map(({ value, count }) => [value, count]));
    const none = this.facets ? 0 : undefined;
    if (name === 'state') return STATES.map(({ id }) => ({ value: id, count: known.get(id) ?? none }));
    const missing = this.filters[name].filter((value) => !known.has(value));
    return [...counted, ...missing.map((value) => ({ value, count: none }))];
  }

  #toggle(name, value, chosen) {
    const before = this.filters[name];
    const values = chosen ? [...before, value] : before.filter((one) => one !== value);
    this.dispatchEvent(new CustomEvent('facet', { detail: { name, values } }));
  }

  render() {
    return this.names.map((name) => this.#facet(name));
  }

  #facet(name) {
    const values = this.#values(name);
    if (!values.length) return nothing;
    const chosen = this.filters[name];
    const shown = this.unfolded.has(name)
      ? values
      : values.filter(({ value }, index) => index < AT_FIRST || chosen.includes(value));
    return html`
      <details class="facet" ?open=${OPEN.has(name) || chosen.length > 0} data-facet=${name}>
        <summary>${facetName(name)}${chosen.length ? html` <span class="badge rounded-pill chosen">${chosen.length}</span>` : nothing}</summary>
        <ul class="list-unstyled" aria-label=${facetName(name)}>
          ${shown.map(({ value, count }) => this.#value(name, value, count, chosen.includes(value)))}
        </ul>
        ${shown.length < values.length ? html`
          <button class="btn btn-link btn-sm more" aria-label="Show all of ${facetName(name)}"
            @click=${() => (this.unfolded = new Set([...this.unfolded, name]))}>Show all ${values.length}</button>` : nothing}
      </details>`;
  }

  #value(name, value, count, chosen) {
    return html`
      <li><label class="form-check">
        <input class="form-check-input" type="checkbox" .checked=${chosen} data-value=${value}
          @change=${(event) => this.#toggle(name, value, event.target.checked)}>
        <span class="form-check-label">${facetValueName(name, value, this.classes)}</span>
        <span class="count">${count === undefined ? nothing : count.toLocaleString()}</span>
      </label></li>`;
  }
}

customElements.define('facet-list', FacetList);
