import { html, nothing } from 'lit';
import { getModels } from '../api.js';
import { PageElement } from '../parts/element.js';
import { failureNotice } from '../parts/notice.js';

/** The model packages that the service has. */
class ModelsView extends PageElement {
  static properties = { models: { state: true }, failure: { state: true } };

  constructor() {
    super();
    this.models = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  #load = async () => {
    this.failure = undefined;
    try {
      ({ models: this.models } = await getModels());
    } catch (failure) {
      this.failure = failure;
    }
  };

  render() {
    return html`
      <h1 class="h4">Models</h1>
      ${this.failure ? failureNotice(this.failure, this.#load) : nothing}
      <ul class="list-group">
        ${this.models.map(({ model, classes, serving }) => html`
          <li class="list-group-item">${model}, ${classes} classes${serving ? ' – serves now' : ''}</li>`)}
      </ul>`;
  }
}

customElements.define('models-view', ModelsView);
