import { html } from 'lit';
import { className } from '../words.js';
import { PageElement } from './element.js';

export const NOT_CLOTHING = { id: 'not-clothing', garment: 'Not clothing' };

/** Type-ahead over the classes; tells a `pick` with the class id. */
class ClassPicker extends PageElement {
  static properties = { classes: { attribute: false }, label: {} };

  render() {
    return html`
      <form class="d-flex gap-2" @submit=${this.#submit}>
        <input class="form-control" list="class-names" aria-label=${this.label} placeholder=${this.label}
          autocomplete="off" @input=${this.#check} @keydown=${(event) => event.key === 'Escape' && event.target.blur()}>
        <datalist id="class-names">
          ${[...this.classes, NOT_CLOTHING].map((entry) => html`<option value=${className(entry)}></option>`)}
        </datalist>
        <button class="btn btn-quiet">Set</button>
      </form>`;
  }

  focusInput() {
    this.querySelector('input').focus();
  }

  /** The class that was typed, or the only one that its letters leave. */
  #chosen(text) {
    const wanted = text.trim().toLowerCase();
    const all = [...this.classes, NOT_CLOTHING];
    const exact = all.find((entry) => className(entry).toLowerCase() === wanted || entry.id === wanted);
    if (exact || !wanted) return exact;
    const words = wanted.split(/\s+/);
    const left = all.filter((entry) => words.every((word) => className(entry).toLowerCase().includes(word)));
    return left.length === 1 ? left[0] : undefined;
  }

  #check = (event) => event.target.setCustomValidity('');

  #submit = (event) => {
    event.preventDefault();
    const input = this.querySelector('input');
    const chosen = this.#chosen(input.value);
    if (!chosen) {
      input.setCustomValidity('Choose one of the classes; more letters narrow the list.');
      input.reportValidity();
      return;
    }
    input.value = '';
    input.blur();
    this.dispatchEvent(new CustomEvent('pick', { detail: chosen.id }));
  };
}

customElements.define('class-picker', ClassPicker);
