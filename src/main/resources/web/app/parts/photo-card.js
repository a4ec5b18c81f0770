import { html, nothing } from 'lit';
import { link } from '../route.js';
import { facets, fileName, percent, stateName, title } from '../words.js';

export const certainty = (probability) => html`
  <div class="certainty">
    <meter class="bar" min="0" max="1" .value=${probability} aria-label="Confidence"></meter>
    <span>${percent(probability)}</span>
  </div>`;

export const badge = (photo) => html`
  <span class="state state-${photo.state}">${photo.human ? 'Corrected' : stateName(photo.state)}</span>`;

/** The picture, or a sign where there is none to show. */
export const plate = (photo) =>
  photo.image && photo.content?.contentType
    ? html`<div class="photo-plate">
        <img src=${photo.image} alt="" loading="lazy" decoding="async"
          width=${photo.content.width} height=${photo.content.height}>
      </div>`
    : html`<div class="photo-plate bare"><span class="sign" aria-hidden="true">?</span></div>`;

export const photoCard = (photo) => html`
  <a class="photo-card" href=${link('photo', { id: photo.photoId })} data-photo-id=${photo.photoId}>
    ${plate(photo)}
    <div class="photo-facts">
      <div class="title">${title(photo)}</div>
      <div class="facets">${facets(photo)}</div>
      ${photo.confidence === null || photo.human ? nothing : certainty(photo.confidence)}
      <div>${badge(photo)}</div>
      <div class="file" title=${photo.key}>${fileName(photo.key)}</div>
    </div>
  </a>`;
