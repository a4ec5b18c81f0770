import { html, nothing } from 'lit';
import { photoCard } from './photo-card.js';

const NOTES = {
  queued: 'Waiting for its turn',
  sending: 'Uploading',
  waiting: 'Being tagged',
  refused: 'Refused',
};

const explanation = (item) => {
  if (item.state === 'refused') return item.reason;
  if (item.late) return 'This takes longer than usual; the photo is safe and its tag will appear here.';
  return nothing;
};

/** A file under way; once it is tagged, the card of its photo stands in the same place. */
export const uploadCard = (item) =>
  item.photo
    ? photoCard(item.photo)
    : html`
      <div class="photo-card" data-upload-state=${item.state}>
        <div class="photo-plate dim ${item.preview ? '' : 'bare'}">
          ${item.preview
            ? html`<img src=${item.preview} alt="">`
            : html`<span class="sign" aria-hidden="true">?</span>`}
        </div>
        <div class="photo-facts">
          <div class="title">${NOTES[item.state]}</div>
          <div class="facets">${explanation(item)}</div>
          ${item.state === 'refused'
            ? nothing
            : html`<progress class="bar" max="1" .value=${item.progress} aria-label="Upload of ${item.name}"></progress>`}
          <div class="file" title=${item.name}>${item.name}</div>
        </div>
      </div>`;
