import { html, nothing } from 'lit';
import { getExplanation, thumbnailPath } from '../api.js';
import { PageElement } from './element.js';

/**
 * A photo as large as there is room, with the heat map of a class over it on demand. `explained` is undefined for none, ''
 * for the class that was answered, or a class id. Both pictures have the same shape, so they fit the box alike.
 */
class PhotoPicture extends PageElement {
  static properties = {
    photo: { attribute: false },
    explained: { attribute: false },
    heat: { state: true },
    failure: { state: true },
  };

  #abort;

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#forget();
  }

  willUpdate(changed) {
    const isAnother = changed.has('photo') && changed.get('photo')?.photoId !== this.photo.photoId;
    if (changed.has('explained') || isAnother) this.#explain();
  }

  #forget() {
    this.#abort?.abort();
    if (this.heat) URL.revokeObjectURL(this.heat);
    this.heat = undefined;
    this.failure = undefined;
  }

  async #explain() {
    this.#forget();
    if (this.explained === undefined) return;
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    try {
      const map = await getExplanation(this.photo.photoId, this.explained, signal);
      if (!signal.aborted) this.heat = URL.createObjectURL(map);
    } catch (failure) {
      if (!signal.aborted) this.failure = failure;
    }
  }

  render() {
    const { photo } = this;
    if (!photo.image || !photo.content?.width) {
      return html`<div class="photo-plate bare"><span class="sign" aria-hidden="true">?</span></div>`;
    }
    return html`
      <div class="photo-plate">
        <img src=${thumbnailPath(photo, 768)} alt="The photo" decoding="async"
          srcset="${thumbnailPath(photo, 768)} 768w, ${thumbnailPath(photo, 1536)} 1536w" sizes="(max-width: 52rem) 100vw, 55vw">
        ${this.heat ? html`<img class="heat" src=${this.heat} alt="What spoke for this answer, warm where it did most">` : nothing}
        ${this.failure ? html`<p class="heat-note" role="status">${this.failure.message}</p>` : nothing}
      </div>`;
  }
}

customElements.define('photo-picture', PhotoPicture);
