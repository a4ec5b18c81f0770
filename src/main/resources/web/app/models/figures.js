import { html, nothing } from 'lit';
import { exactPercent, percent } from '../words.js';

/** What the figures of a model package are called; in the order of the page. */
const FIGURES = [
  ['top1', 'Class right', 'the most probable class is the one'],
  ['top3', 'Class among the first three'],
  ['garment', 'Garment right'],
  ['macroRecall', 'Recall, mean of the classes', 'each class counts the same, however rare'],
  ['catalogueTop1', 'Class right on shop photos'],
  ['floorTop1', 'Class right on floor photos'],
  ['notClothingFound', 'Not clothing, found'],
  ['clothingLost', 'Clothing, taken for none'],
  ['ece', 'Calibration error', 'how far confidence and truth lie apart, on average'],
];

const interval = (bounds) => (bounds?.length === 2 ? `95 % sure: ${exactPercent(bounds[0])} to ${exactPercent(bounds[1])}` : undefined);

/** A package's figures in words; those it does not have are left out. */
export function figures(metrics) {
  const known = FIGURES.filter(([name]) => typeof metrics[name] === 'number');
  return known.length
    ? html`
      <dl class="figures">
        ${known.map(([name, title, note]) => html`
          <div><dt>${title}</dt><dd>${exactPercent(metrics[name])}</dd>
            ${[note, interval(metrics[`${name}Interval95`])].filter(Boolean).map((text) => html`<dd class="note">${text}</dd>`)}
          </div>`)}
      </dl>`
    : html`<p class="text-quiet">This package tells no figures.</p>`;
}

const LEVELS = [
  ['class', 'Class'],
  ['garment', 'Garment only'],
  ['group', 'Group only'],
];

const none = html`<td class="text-quiet">–</td>`;

/** A level that no photo was answered at is right in none of none. */
const cell = (share, bar) =>
  typeof share === 'number' ? html`<td class="with-bar">${bar(share)}<span>${percent(share)}</span></td>` : none;

/** How often the model answers at each level, and how often it is right there; `bar` draws a share. */
export function levelTable({ levels, unanswered }, bar) {
  const known = LEVELS.filter(([level]) => levels?.[level]);
  if (!known.length) return nothing;
  return html`
    <section aria-labelledby="levels">
      <h2 id="levels" class="h6">What it answers</h2>
      <table class="table figures-table">
        <caption>An unsure photo is answered by its garment or its group, and goes to the review.</caption>
        <thead><tr><th scope="col">Answer</th><th scope="col">Of all photos</th><th scope="col">Right</th><th scope="col" class="number">Photos</th></tr></thead>
        <tbody>
          ${known.map(([level, name]) => {
            const { coverage, accuracy, photos } = levels[level];
            return html`<tr><th scope="row">${name}</th>${cell(coverage, bar)}${cell(accuracy, bar)}<td class="number">${photos?.toLocaleString()}</td></tr>`;
          })}
          ${typeof unanswered === 'number'
            ? html`<tr><th scope="row">None</th>${cell(unanswered, bar)}${none}<td class="number text-quiet">–</td></tr>`
            : nothing}
        </tbody>
      </table>
    </section>`;
}
