import { html, nothing } from 'lit';
import './class-picker.js';
import { NOT_CLOTHING } from './class-picker.js';
import { many } from '../words.js';
import { PageElement } from './element.js';
import { requireReviewer, reviewerField } from './reviewer-field.js';

/**
 * What can be done with the photos that are chosen. Says `label` with `{class, by}`, `all` to choose what is shown, `none`.
 * `done` is how many are through while it works.
 */
class BulkBar extends PageElement {
  static properties = {
    count: { type: Number },
    total: { type: Number },
    classes: { attribute: false },
    done: { attribute: false },
  };

  #label(classId) {
    const by = requireReviewer(this);
    if (by) this.#tell('label', { class: classId, by });
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  render() {
    const busy = this.done !== undefined;
    return html`
      <section class="bulk-bar" aria-label="Chosen photos">
        <div class="d-flex flex-wrap align-items-center gap-2">
          <strong role="status">${busy ? `${this.done.toLocaleString()} of ${many(this.count, 'photo')}` : `${this.count.toLocaleString()} chosen`}</strong>
          ${this.count < this.total ? html`
            <button class="btn btn-sm btn-quiet" ?disabled=${busy} @click=${() => this.#tell('all')}>Choose all ${this.total.toLocaleString()}</button>` : nothing}
          <button class="btn btn-sm btn-quiet" ?disabled=${busy} @click=${() => this.#tell('none')}>Choose none</button>
        </div>
        <div class="d-flex flex-wrap align-items-center gap-2">
          <class-picker .classes=${[...this.classes.values()]} label="They are …" @pick=${(event) => this.#label(event.detail)}></class-picker>
          <button class="btn btn-quiet" ?disabled=${busy} @click=${() => this.#label(NOT_CLOTHING.id)}>Not clothing</button>
          ${reviewerField()}
        </div>
      </section>`;
  }
}

customElements.define('bulk-bar', BulkBar);
