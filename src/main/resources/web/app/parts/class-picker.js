import { html, nothing } from 'lit';
import { className } from '../words.js';
import { PageElement } from './element.js';

export const NOT_CLOTHING = { id: 'not-clothing', garment: 'Not clothing' };

const SHOWN = 8;
/** Pixels that the list takes; where there is less below the field, it opens above. */
const LIST_HEIGHT = 330;
const words = (text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
let pickers = 0;

/**
 * Type-ahead over the classes, an editable combobox with a list box as the ARIA Authoring Practices describe it; tells a
 * `pick` with the class id. Of the classes that the letters leave, those that the model finds likely come first.
 */
class ClassPicker extends PageElement {
  static properties = {
    classes: { attribute: false },
    /** `[{class, probability}]` of the model. */
    likely: { attribute: false },
    label: {},
    open: { state: true },
    active: { state: true },
    text: { state: true },
    up: { state: true },
  };

  #id = `class-picker-${++pickers}`;

  constructor() {
    super();
    this.classes = [];
    this.likely = [];
    this.open = false;
    this.active = 0;
    this.text = '';
  }

  /** Puts the caret here. */
  focusInput() {
    this.querySelector('input').focus();
  }

  /** Every word typed begins a word of the class, so that "men" does not find "women". */
  #matches() {
    const typed = words(this.text);
    const likely = new Map(this.likely.map((entry) => [entry.class, entry.probability]));
    return [...this.classes, NOT_CLOTHING]
      .filter((entry) => {
        const names = words(`${className(entry)} ${entry.id} ${entry.group ?? ''}`);
        return typed.every((word) => names.some((name) => name.startsWith(word)));
      })
      .sort((one, other) => (likely.get(other.id) ?? 0) - (likely.get(one.id) ?? 0));
  }

  render() {
    const matches = this.open ? this.#matches() : [];
    const list = `${this.#id}-list`;
    return html`
      <div class="class-picker">
        <input class="form-control" role="combobox" aria-label=${this.label} placeholder=${this.label} autocomplete="off"
          autocapitalize="none" spellcheck="false" aria-autocomplete="list" aria-expanded=${this.open ? 'true' : 'false'}
          aria-controls=${list} aria-activedescendant=${matches.length ? `${this.#id}-${this.active}` : nothing}
          .value=${this.text} @input=${this.#type} @keydown=${this.#onKey} @click=${this.#show} @blur=${this.#close}>
        <ul class="class-list ${this.up ? 'up' : ''}" id=${list} role="listbox" aria-label="Classes" ?hidden=${!matches.length}
          @mousedown=${(event) => event.preventDefault()}>
          ${matches.slice(0, SHOWN).map((entry, index) => html`
            <li id=${`${this.#id}-${index}`} role="option" aria-selected=${index === this.active ? 'true' : 'false'}
              @click=${() => this.#pick(entry)}>${className(entry)}</li>`)}
        </ul>
        <p class="class-none text-quiet small mb-0" ?hidden=${!this.open || matches.length > 0}>No class is called so; try fewer letters.</p>
        <span class="visually-hidden" role="status">${this.open ? this.#count(matches.length) : nothing}</span>
      </div>`;
  }

  #count(found) {
    if (!found) return 'No class is called so';
    return found > SHOWN ? `${found} classes, the first ${SHOWN} are shown` : `${found} ${found === 1 ? 'class' : 'classes'}`;
  }

  #type = (event) => {
    this.text = event.target.value;
    this.#show();
  };

  #show = () => {
    this.active = 0;
    this.open = true;
    const { top, bottom } = this.getBoundingClientRect();
    this.up = top > innerHeight - bottom && innerHeight - bottom < LIST_HEIGHT;
  };

  #close = () => {
    this.open = false;
    this.text = '';
  };

  #onKey = (event) => {
    const shown = this.open ? Math.min(this.#matches().length, SHOWN) : 0;
    const act = {
      ArrowDown: () => (shown ? (this.active = (this.active + 1) % shown) : this.#show()),
      ArrowUp: () => (shown ? (this.active = (this.active - 1 + shown) % shown) : this.#show()),
      Enter: () => shown && this.#pick(this.#matches()[this.active]),
      Escape: () => this.#escape(),
    }[event.key];
    if (!act || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  #escape() {
    if (this.open && this.text) this.text = '';
    else this.dispatchEvent(new Event('leave'));
    this.open = false;
  }

  #pick(entry) {
    this.#close();
    this.dispatchEvent(new CustomEvent('pick', { detail: entry.id }));
  }
}

customElements.define('class-picker', ClassPicker);
