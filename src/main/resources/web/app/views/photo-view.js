import { html, nothing } from 'lit';
import { getClasses, getPhoto, labelPhoto, unlabelPhoto } from '../api.js';
import '../parts/class-picker.js';
import { PageElement } from '../parts/element.js';
import { failureNotice } from '../parts/notice.js';
import { badge, plate } from '../parts/photo-card.js';
import { reviewerField } from '../parts/reviewer-field.js';
import { reviewer } from '../reviewer.js';
import { link } from '../route.js';
import { bytes, className, facets, fileName, percent, title, when } from '../words.js';

class PhotoView extends PageElement {
  static properties = {
    photoId: { attribute: false },
    photo: { state: true },
    failure: { state: true },
    classes: { state: true },
  };

  constructor() {
    super();
    this.classes = new Map();
  }

  willUpdate(changed) {
    if (changed.has('photoId')) this.#load();
  }

  #load = async () => {
    this.failure = undefined;
    try {
      const [photo, { classes }] = await Promise.all([getPhoto(this.photoId), getClasses()]);
      this.classes = new Map(classes.map((entry) => [entry.id, entry]));
      this.photo = photo;
    } catch (failure) {
      this.failure = failure;
    }
  };

  #className(classId) {
    const entry = this.classes.get(classId);
    return entry ? className(entry) : classId;
  }

  render() {
    const { photo } = this;
    return html`
      <p><a class="btn btn-sm btn-quiet" href=${link('catalog')}>← Catalog</a></p>
      ${this.failure ? failureNotice(this.failure, this.#load) : nothing}
      ${photo ? this.#detail(photo) : nothing}`;
  }

  #detail(photo) {
    return html`
      <div class="photo-detail">
        ${plate(photo)}
        <div class="d-grid gap-4">
          <div>
            <h1 class="h3 mb-1">${title(photo)}</h1>
            <p class="text-quiet mb-2">${facets(photo)}</p>
            ${badge(photo)}
          </div>
          ${photo.predicted ? this.#correction(photo) : nothing}
          ${photo.top.length ? this.#ranking(photo) : nothing}
          <section aria-labelledby="facts">
            <h2 id="facts" class="h6">Photo</h2>
            <dl class="facts">${this.#facts(photo)}</dl>
          </section>
          ${photo.human || photo.history.length ? this.#history(photo) : nothing}
          ${photo.notes.length ? html`
            <section aria-labelledby="notes"><h2 id="notes" class="h6">Notes of the tagger</h2>
              <ul class="mb-0">${photo.notes.map((note) => html`<li>${note}</li>`)}</ul>
            </section>` : nothing}
        </div>
      </div>`;
  }

  #correction(photo) {
    return html`
      <section class="d-grid gap-2" aria-labelledby="correction">
        <h2 id="correction" class="h6 mb-0">Not right?</h2>
        <class-picker .classes=${[...this.classes.values()]} label="It is a …"
          @pick=${(event) => this.#name(event.detail)}></class-picker>
        <div class="d-flex flex-wrap gap-2 align-items-center">
          ${reviewerField()}
          ${photo.human ? html`<button class="btn btn-sm btn-quiet" @click=${this.#undo}>Undo the correction</button>` : nothing}
        </div>
      </section>`;
  }

  #name(classId) {
    const by = reviewer();
    if (!by) {
      const field = this.querySelector('.reviewer');
      field.setCustomValidity('Say who you are first; your name stands beside the correction.');
      field.reportValidity();
      field.setCustomValidity('');
      return;
    }
    this.#change(() => labelPhoto(this.photo, { class: classId, by }));
  }

  #undo = () => this.#change(() => unlabelPhoto(this.photo));

  async #change(act) {
    this.failure = undefined;
    try {
      this.photo = await act();
    } catch (failure) {
      this.failure = failure;
    }
  }

  #history({ human, history, predicted }) {
    const labels = [...history, ...(human ? [human] : [])].reverse();
    return html`
      <section aria-labelledby="history">
        <h2 id="history" class="h6">History</h2>
        <ol class="list-unstyled mb-0">
          ${labels.map((label) => html`
            <li>${this.#className(label.class)} <span class="text-quiet">by ${label.by}, ${when(label.at)}${label.why ? ` – ${label.why}` : ''}</span></li>`)}
          <li>${this.#className(predicted.class)} <span class="text-quiet">by the model, ${percent(predicted.confidence)}</span></li>
        </ol>
      </section>`;
  }

  #ranking(photo) {
    return html`
      <section aria-labelledby="ranking">
        <h2 id="ranking" class="h6">What the model sees</h2>
        <ol class="ranking">
          ${photo.top.map((entry) => html`
            <li><span>${this.#className(entry.class)}</span>
              <meter class="bar" min="0" max="1" .value=${entry.probability} aria-label="Probability"></meter>
              <span class="text-end">${percent(entry.probability)}</span></li>`)}
        </ol>
      </section>`;
  }

  #facts({ key, content, model, taggedAt, error }) {
    const fact = (name, value) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : nothing);
    return [
      fact('File', fileName(key)),
      fact('Key', key),
      fact('Type', content?.contentType),
      fact('Size', content && bytes(content.size)),
      fact('Pixels', content?.width ? `${content.width} × ${content.height}` : undefined),
      fact('Model', model),
      fact('Tagged', taggedAt && when(taggedAt)),
      fact('Error', error && `${error.code}: ${error.text}`),
    ];
  }
}

customElements.define('photo-view', PhotoView);
