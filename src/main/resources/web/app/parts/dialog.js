import { html, nothing } from 'lit';
import { PageElement } from './element.js';

let next = 1;

/**
 * A dialog of the platform, which keeps the focus inside and closes by Escape, in Bootstrap's clothes. `heading`, `body` and
 * `actions` are templates; says `close` when it was closed, however that was.
 */
class PageDialog extends PageElement {
  static properties = {
    heading: {},
    body: { attribute: false },
    actions: { attribute: false },
  };

  #id = `dialog-${next++}`;

  show() {
    this.querySelector('dialog').showModal();
  }

  close() {
    this.querySelector('dialog').close();
  }

  render() {
    return html`
      <dialog class="page-dialog" aria-labelledby=${this.#id} @close=${() => this.dispatchEvent(new Event('close'))}
        @click=${(event) => event.target === event.currentTarget && this.close()}>
        <div class="modal-header">
          <h2 class="modal-title h5" id=${this.#id}>${this.heading}</h2>
          <button class="btn-close" aria-label="Close" @click=${() => this.close()}></button>
        </div>
        <div class="modal-body">${this.body}</div>
        ${this.actions ? html`<div class="modal-footer">${this.actions}</div>` : nothing}
      </dialog>`;
  }
}

customElements.define('page-dialog', PageDialog);
