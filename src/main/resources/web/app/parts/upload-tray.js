import { html, nothing } from 'lit';
import { many, percent } from '../words.js';
import { PageElement } from './element.js';

/** How far all uploads are, under every view, with the ways to stop, try again and put away. */
class UploadTray extends PageElement {
  static properties = { uploads: { attribute: false } };

  connectedCallback() {
    super.connectedCallback();
    this.uploads.addEventListener('change', this.#onChange);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.uploads.removeEventListener('change', this.#onChange);
  }

  #onChange = () => this.requestUpdate();

  render() {
    const summary = this.uploads.summary();
    if (!summary.total) return nothing;
    const unsent = summary.queued + summary.sending;
    const again = this.uploads.items.filter((item) => item.state === 'refused' && item.again);
    return html`
      <section class="upload-tray" aria-label="Uploads">
        <div class="container-fluid d-flex flex-wrap align-items-center gap-2 py-2">
          <span class="tray-text">${this.#text(summary)}</span>
          <progress class="bar" max="1" .value=${summary.progress} aria-label="All uploads" aria-valuetext=${percent(summary.progress)}></progress>
          <span class="d-flex gap-2">
            ${again.length ? html`<button class="btn btn-sm btn-quiet" @click=${() => again.forEach((item) => this.uploads.retry(item))}>Retry ${again.length}</button>` : nothing}
            ${unsent ? html`<button class="btn btn-sm btn-quiet" @click=${() => this.uploads.cancelAll()}>Cancel</button>` : nothing}
            ${summary.tagged + summary.refused ? html`<button class="btn btn-sm btn-quiet" @click=${() => this.uploads.clear()}>Clear finished</button>` : nothing}
          </span>
        </div>
        ${summary.refused ? this.#refused() : nothing}
      </section>`;
  }

  #text({ queued, sending, waiting, tagged, refused, total }) {
    const parts = [
      tagged && `${tagged.toLocaleString()} tagged`,
      waiting && `${waiting.toLocaleString()} being tagged`,
      queued + sending && `${(queued + sending).toLocaleString()} to send`,
      refused && `${refused.toLocaleString()} refused`,
    ].filter(Boolean);
    return html`<strong>${many(total, 'upload')}</strong> <span class="text-quiet">${parts.join(' · ')}</span>`;
  }

  #refused() {
    const refused = this.uploads.items.filter(({ state }) => state === 'refused');
    return html`
      <details class="container-fluid refused pb-2">
        <summary>Why ${many(refused.length, 'file was', 'files were')} refused</summary>
        <ul class="mb-0">${refused.map(({ name, reason }) => html`<li><strong>${name}</strong> ${reason}</li>`)}</ul>
      </details>`;
  }
}

customElements.define('upload-tray', UploadTray);
