import { html, nothing } from 'lit';
import '../parts/dialog.js';
import { PageElement } from '../parts/element.js';
import { KEYS, keysOn, switchKeys } from './keys.js';

const caps = (keys) => keys.map((key) => (key === '–' ? ' – ' : html`<kbd>${key}</kbd>`));

/** All keys of the review, and the switch for them. */
class KeyHelp extends PageElement {
  show() {
    this.requestUpdate();
    this.querySelector('page-dialog').show();
  }

  render() {
    return html`
      <page-dialog heading="Keys" .body=${html`
        <dl class="key-help">
          ${KEYS.map(({ shown, or, does }) => html`
            <div><dt>${caps(shown)}${or ? html` or ${caps(or)}` : nothing}</dt><dd>${does}</dd></div>`)}
        </dl>
        <div class="form-check form-switch">
          <input class="form-check-input" type="checkbox" role="switch" id="keys-on" .checked=${keysOn()}
            @change=${(event) => switchKeys(event.target.checked)}>
          <label class="form-check-label" for="keys-on">Single keys act</label>
        </div>
        <p class="text-quiet small mb-0">Switch them off if you speak to your computer. Ctrl Z works in any case.</p>`}
      ></page-dialog>`;
  }
}

customElements.define('key-help', KeyHelp);
