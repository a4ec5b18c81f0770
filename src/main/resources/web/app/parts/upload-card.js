import { html, nothing } from 'lit';

const NOTES = {
  queued: 'In the queue',
  sending: 'Uploading',
  waiting: 'Being tagged',
};

const action = (name, item, focusable, act) => html`
  <button class="btn btn-sm btn-quiet" aria-label="${name} ${item.name}" tabindex=${focusable ? nothing : '-1'}
    @click=${act}>${name}</button>`;

function actions(item, uploads, focusable) {
  if (item.state === 'refused' && item.again) return action('Retry', item, focusable, () => uploads.retry(item));
  if (item.state === 'queued' || item.state === 'sending') {
    return action('Cancel', item, focusable, () => uploads.cancel(item));
  }
  return nothing;
}

/** A file under way; once it is tagged, the card of its photo takes the same place. */
export const uploadCard = (item, uploads, { focusable = true } = {}) => html`
  <div class="photo-card" data-upload-state=${item.state}>
    <div class="photo-plate dim ${item.preview ? '' : 'bare'}">
      ${item.preview
        ? html`<img src=${item.preview} alt="" decoding="async" @error=${(event) => (event.target.hidden = true)}>`
        : html`<span class="sign" aria-hidden="true">?</span>`}
      ${item.state === 'refused'
        ? nothing
        : html`<progress class="bar" max="1" .value=${item.progress} aria-label="Upload of ${item.name}"></progress>`}
      <div class="upload-act">${actions(item, uploads, focusable)}</div>
    </div>
    <div class="photo-facts">
      ${item.state === 'refused'
        ? html`<div class="reason" title=${item.reason}>${item.reason}</div>`
        : html`<div class="lead-line"><span class="title">${NOTES[item.state]}</span></div>
          <div class="facets">${item.late ? 'Takes longer; it is safe' : nothing}</div>`}
      <div class="last-line">
        ${item.state === 'refused' ? html`<span class="state state-refused">Refused</span>` : nothing}
        <span class="file" title=${item.name}>${item.name}</span>
      </div>
    </div>
  </div>`;
