import { html, nothing } from 'lit';
import { thumbnailPath } from '../api.js';
import { link } from '../route.js';
import { facets, fileName, percent, stateName, title } from '../words.js';

export const certainty = (probability) => html`
  <div class="certainty">
    <meter class="bar" min="0" max="1" .value=${probability} aria-label="Confidence"></meter>
    <span>${percent(probability)}</span>
  </div>`;

export const badge = (photo) => html`
  <span class="state state-${photo.human ? 'corrected' : photo.state}">${photo.human ? 'Corrected' : stateName(photo.state)}</span>`;

const hasPicture = (photo) => Boolean(photo.image && photo.content?.width);

/** A square with the thumbnail, or a sign where there is none to show. */
export const plate = (photo) =>
  hasPicture(photo)
    ? html`<div class="photo-plate">
        <img src=${thumbnailPath(photo, 384)} srcset="${thumbnailPath(photo, 192)} 192w, ${thumbnailPath(photo, 384)} 384w"
          sizes="(max-width: 30rem) 45vw, 12rem" alt="" decoding="async" width="192" height="192">
      </div>`
    : html`<div class="photo-plate bare"><span class="sign" aria-hidden="true">?</span></div>`;

/**
 * A photo in a list.
 *
 * @param query of the list, which the photo's view goes through by "next"
 * @param focusable whether Tab reaches it; in a grid only one card is
 */
export const photoCard = (photo, { query, focusable = true } = {}) => html`
  <a class="photo-card" href=${link('photo', { ...query, id: photo.photoId })} data-photo-id=${photo.photoId}
    tabindex=${focusable ? nothing : '-1'} draggable="false">
    ${plate(photo)}
    <div class="photo-facts">
      <div class="lead-line">
        <span class="title">${title(photo)}</span>
        ${photo.confidence === null || photo.human ? nothing : html`<span class="percent">${percent(photo.confidence)}</span>`}
      </div>
      <div class="facets">${facets(photo)}</div>
      <div class="last-line">${badge(photo)}<span class="file" title=${photo.key}>${fileName(photo.key)}</span></div>
    </div>
  </a>`;
