import { html, nothing } from 'lit';
import { bar } from '../parts/bar.js';
import { PageElement } from '../parts/element.js';
import { classNameOf } from '../words.js';

const FIRST = 12;

/** The pairs of classes that are taken for each other most: `[{actual, predicted, photos}]`, most first. */
class ConfusionTable extends PageElement {
  static properties = {
    confusions: { attribute: false },
    /** The classes of the model that serves, by id; others go by their id. */
    classes: { attribute: false },
    all: { state: true },
  };

  render() {
    const { confusions, classes } = this;
    if (!confusions?.length) return nothing;
    const most = Math.max(...confusions.map(({ photos }) => photos));
    const shown = this.all ? confusions : confusions.slice(0, FIRST);
    return html`
      <section aria-labelledby="confusions">
        <h2 id="confusions" class="h6">What it takes for what</h2>
        <table class="table figures-table">
          <caption>Pairs of classes on the test photos, most frequent first.</caption>
          <thead><tr><th scope="col">It is</th><th scope="col">It says</th><th scope="col">Photos</th></tr></thead>
          <tbody>
            ${shown.map(({ actual, predicted, photos }) => html`
              <tr><td>${classNameOf(actual, classes)}</td><td>${classNameOf(predicted, classes)}</td>
                <td class="with-bar">${bar(photos / most)}<span>${photos.toLocaleString()}</span></td></tr>`)}
          </tbody>
        </table>
        ${confusions.length > FIRST
          ? html`<button class="btn btn-sm btn-quiet" aria-expanded=${this.all ? 'true' : 'false'} @click=${() => (this.all = !this.all)}>
              ${this.all ? 'Show fewer' : `Show all ${confusions.length}`}</button>`
          : nothing}
      </section>`;
  }
}

customElements.define('confusion-table', ConfusionTable);
