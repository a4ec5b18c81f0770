import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PageElement } from './element.js';

const SHOWN_MILLIS = 8000;

let next = 1;

/** Says for some seconds what was done, with a way back if there is one: `{name, act}`. */
export const toast = (message, action) =>
  dispatchEvent(new CustomEvent('toast', { detail: { id: next++, message, action } }));

/** Where toasts stand. One stays as long as the pointer or the focus is on it. */
class HtToasts extends PageElement {
  static properties = { toasts: { state: true } };

  #timers = new Map();

  constructor() {
    super();
    this.toasts = [];
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('toast', this.#add);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('toast', this.#add);
  }

  #add = ({ detail }) => {
    this.toasts = [...this.toasts.slice(-2), detail];
    this.#start(detail.id);
  };

  #start(id) {
    this.#hold(id);
    this.#timers.set(id, setTimeout(() => this.#close(id), SHOWN_MILLIS));
  }

  #hold(id) {
    clearTimeout(this.#timers.get(id));
  }

  #close(id) {
    this.#hold(id);
    this.#timers.delete(id);
    this.toasts = this.toasts.filter((toast) => toast.id !== id);
  }

  render() {
    return html`
      <div class="toast-container" role="status" aria-live="polite" aria-atomic="false">
        ${repeat(this.toasts, ({ id }) => id, ({ id, message, action }) => html`
          <div class="toast show" @pointerenter=${() => this.#hold(id)} @pointerleave=${() => this.#start(id)}
            @focusin=${() => this.#hold(id)} @focusout=${() => this.#start(id)}>
            <div class="toast-body d-flex align-items-center gap-2">
              <span class="me-auto">${message}</span>
              ${action ? html`<button class="btn btn-sm btn-quiet" @click=${() => { this.#close(id); action.act(); }}>${action.name}</button>` : nothing}
              <button class="btn-close" aria-label="Close" @click=${() => this.#close(id)}></button>
            </div>
          </div>`)}
      </div>`;
  }
}

customElements.define('ht-toasts', HtToasts);
