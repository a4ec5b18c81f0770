import { html, nothing } from 'lit';
import { PageElement } from '../parts/element.js';
import { classNameOf, many, percent } from '../words.js';

const COLUMNS = [
  { id: 'name', title: 'Class' },
  { id: 'photos', title: 'Photos', number: (count) => count.toLocaleString() },
  { id: 'precision', title: 'Precision', number: percent },
  { id: 'recall', title: 'Recall', number: percent },
  { id: 'f1', title: 'F1', number: percent },
];

/** The figures of each class, to sort and to search: `[{id, photos, precision, recall, f1}]`. */
class ClassTable extends PageElement {
  static properties = {
    perClass: { attribute: false },
    /** The classes of the model that serves, by id; others go by their id. */
    classes: { attribute: false },
    by: { state: true },
    down: { state: true },
    text: { state: true },
  };

  constructor() {
    super();
    this.by = 'f1';
    this.down = false;
    this.text = '';
  }

  #rows() {
    const words = this.text.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = this.perClass
      .map((figures) => ({ ...figures, name: classNameOf(figures.id, this.classes) }))
      .filter(({ id, name }) => words.every((word) => `${name} ${id}`.toLowerCase().includes(word)));
    // What has no figure stands last, either way.
    const sign = this.down ? -1 : 1;
    const compare = (one, other) => (typeof one === 'string' ? one.localeCompare(other) : one - other);
    return rows.sort((one, other) => {
      const [a, b] = [one[this.by], other[this.by]];
      if ((a ?? null) === null || (b ?? null) === null) return ((a ?? null) === null) - ((b ?? null) === null);
      return sign * compare(a, b);
    });
  }

  render() {
    if (!this.perClass?.length) return nothing;
    const rows = this.#rows();
    return html`
      <div class="model-section">
        <div class="d-flex flex-wrap gap-2 align-items-center mb-2">
          <h2 id="classes" class="h6 mb-0 me-auto">Class by class</h2>
          <input class="form-control form-control-sm class-search" type="search" aria-label="Search a class" placeholder="Search a class"
            @input=${(event) => (this.text = event.target.value)}>
        </div>
        <div class="table-room" tabindex="0" role="region" aria-labelledby="classes">
          <table class="table figures-table sortable">
            <caption>
              Precision: of the photos called so, how many are. Recall: of the photos that are, how many are called so. F1: both in one.
              <span role="status">${many(rows.length, 'class', 'classes')}.</span>
            </caption>
            <thead><tr>${COLUMNS.map((column) => this.#head(column))}</tr></thead>
            <tbody>
              ${rows.map((row) => html`
                <tr><th scope="row">${row.name}</th>
                  ${COLUMNS.slice(1).map(({ id, number }) => html`<td class="number">${(row[id] ?? null) === null ? '–' : number(row[id])}</td>`)}</tr>`)}
            </tbody>
          </table>
        </div>
      </div>`;
  }

  #head({ id, title, number }) {
    const sorted = this.by === id;
    const order = this.down ? 'descending' : 'ascending';
    return html`
      <th scope="col" class=${number ? 'number' : ''} aria-sort=${sorted ? order : nothing}>
        <button @click=${() => this.#sort(id)}>${title}<span aria-hidden="true">${sorted ? (this.down ? ' ↓' : ' ↑') : ''}</span></button>
      </th>`;
  }

  #sort(id) {
    this.down = this.by === id ? !this.down : id === 'photos';
    this.by = id;
  }
}

customElements.define('class-table', ClassTable);
