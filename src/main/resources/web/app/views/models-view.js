import { html, nothing } from 'lit';
import { getClasses, getModels } from '../api.js';
import '../jobs/jobs-panel.js';
import '../models/class-table.js';
import '../models/confusion-table.js';
import { figures, levelTable } from '../models/figures.js';
import { reliabilityPlot } from '../models/reliability-plot.js';
import { bar } from '../parts/bar.js';
import { PageElement } from '../parts/element.js';
import { emptyNotice, failureNotice } from '../parts/notice.js';
import { link } from '../route.js';
import { many } from '../words.js';

/** What serves, how good it is, what else could serve, and the jobs that bring the catalog up to it. */
class ModelsView extends PageElement {
  static properties = {
    query: { attribute: false },
    models: { state: true },
    classes: { state: true },
    failure: { state: true },
  };

  constructor() {
    super();
    this.classes = new Map();
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    getClasses().then(
      ({ classes }) => (this.classes = new Map(classes.map((entry) => [entry.id, entry]))),
      () => undefined,
    );
  }

  #load = async () => {
    this.failure = undefined;
    try {
      this.models = (await getModels()).models;
    } catch (failure) {
      this.failure = failure;
    }
  };

  render() {
    const tab = this.query?.get('tab') === 'jobs' ? 'jobs' : 'figures';
    return html`
      <div class="models-bar">
        <h1 class="h4 mb-0">Models</h1>
        <nav class="nav nav-underline" aria-label="Models">
          ${this.#tab('figures', 'Figures', tab)}${this.#tab('jobs', 'Jobs', tab)}
        </nav>
      </div>
      ${tab === 'jobs' ? html`<jobs-panel .classes=${this.classes}></jobs-panel>` : this.#figures()}`;
  }

  #tab(id, name, current) {
    const query = id === 'jobs' ? { tab: 'jobs' } : {};
    return html`<a class="nav-link ${id === current ? 'active' : ''}" href=${link('models', query)} aria-current=${id === current ? 'page' : nothing}>${name}</a>`;
  }

  #figures() {
    const { models, failure } = this;
    if (failure) return failureNotice(failure, this.#load);
    if (!models) return html`<p class="text-quiet">Looking at the models …</p>`;
    const wanted = this.query?.get('model');
    const shown = models.find(({ model }) => model === wanted) ?? models.find(({ serving }) => serving);
    if (!shown) return emptyNotice('No model is here', 'Put a model package into the models folder and start the service again.');
    return html`
      ${wanted && shown.model !== wanted ? html`<p class="text-quiet" role="status">There is no ${wanted} here any more; this is what serves.</p>` : nothing}
      ${this.#package(shown)}
      ${this.#others(models.filter((other) => other !== shown))}`;
  }

  #package({ name, version, serving, licence, input, classes, sha256, metrics }) {
    const known = metrics ?? {};
    return html`
      <section class="model-head" aria-labelledby="model">
        <h2 id="model" class="h5 mb-0">${name} <span class="text-quiet">${version}</span></h2>
        <span class="state ${serving ? 'state-tagged' : 'state-not-clothing'}">${serving ? 'Serves now' : 'Does not serve'}</span>
        <dl class="model-facts">
          <div><dt>Classes</dt><dd>${classes}</dd></div>
          ${input?.size ? html`<div><dt>Looks at</dt><dd>${input.size} × ${input.size} pixels</dd></div>` : nothing}
          ${licence ? html`<div><dt>Licence</dt><dd>${licence}</dd></div>` : nothing}
          ${sha256 ? html`<div><dt>SHA-256</dt><dd><code title=${sha256}>${sha256.slice(0, 12)}…</code></dd></div>` : nothing}
        </dl>
      </section>
      <section aria-labelledby="figures">
        <h2 id="figures" class="h6">How good it is</h2>
        ${this.#measured(known)}
        ${figures(known)}
      </section>
      ${levelTable(known, bar)}
      <div class="models-plots">
        ${reliabilityPlot(known.reliability, known.ece)}
        <confusion-table .confusions=${known.confusions} .classes=${this.classes}></confusion-table>
      </div>
      <class-table .perClass=${known.perClass} .classes=${this.classes}></class-table>`;
  }

  #measured({ split, photos }) {
    if (!split) return nothing;
    const count = typeof photos === 'number' ? photos : photos?.all;
    return html`<p class="text-quiet">Measured on ${count ? many(count, 'photo') : 'photos'} of the ${split} split, which had no part in training.</p>`;
  }

  #others(models) {
    if (!models.length) return nothing;
    return html`
      <section aria-labelledby="others">
        <h2 id="others" class="h6">Other packages in the folder</h2>
        <ul class="model-list">
          ${models.map(({ model, name, version, serving, classes }) => html`
            <li><a href=${link('models', { model })}>${name} <span class="text-quiet">${version}</span></a>
              <span class="text-quiet">${many(classes, 'class', 'classes')}</span>
              ${serving ? html`<span class="state state-tagged">Serves now</span>` : nothing}</li>`)}
        </ul>
      </section>`;
  }
}

customElements.define('models-view', ModelsView);
