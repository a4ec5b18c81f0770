import { html, nothing, svg } from 'lit';
import { exactPercent, percent } from '../words.js';

const SIDE = 260;
const LEFT = 44;
const TOP = 12;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

const x = (share) => LEFT + share * SIDE;
const y = (share) => TOP + (1 - share) * SIDE;

/** Radius of a bin's dot: its area goes with the photos, within what can be seen and told apart. */
const radius = (photos, most) => 3 + 6 * Math.sqrt(photos / most);

const axes = () => svg`
  ${TICKS.map((tick) => svg`
    <line class="grid" x1=${x(0)} x2=${x(1)} y1=${y(tick)} y2=${y(tick)}></line>
    <line class="grid" x1=${x(tick)} x2=${x(tick)} y1=${y(0)} y2=${y(1)}></line>
    <text x=${x(0) - 6} y=${y(tick) + 4} text-anchor="end">${100 * tick}</text>
    <text x=${x(tick)} y=${y(0) + 16} text-anchor="middle">${100 * tick}</text>`)}
  <text x=${x(0.5)} y=${y(0) + 34} text-anchor="middle">Confidence, %</text>
  <text x="11" y=${y(0.5)} text-anchor="middle" transform="rotate(-90 11 ${y(0.5)})">Right, %</text>
  <line class="ideal" x1=${x(0)} y1=${y(0)} x2=${x(1)} y2=${y(1)}></line>`;

const dots = (bins) => {
  const most = Math.max(...bins.map(({ photos }) => photos));
  return bins.map(({ confidence, accuracy, photos }) => svg`
    <line class="gap" x1=${x(confidence)} x2=${x(confidence)} y1=${y(confidence)} y2=${y(accuracy)}></line>
    <circle class="dot" cx=${x(confidence)} cy=${y(accuracy)} r=${radius(photos, most)}></circle>`);
};

/** Whether confidence can be believed: bins `{from, to, photos, confidence, accuracy}`; empty bins are left out. */
export function reliabilityPlot(reliability, ece) {
  const bins = (reliability ?? []).filter(({ photos }) => photos > 0);
  if (!bins.length) return nothing;
  const summary = `Photos grouped by confidence, in ${bins.length} groups: how often the answer was right. On the diagonal confidence is the truth.${
    typeof ece === 'number' ? ` On average they lie ${exactPercent(ece).replace(' %', '')} points apart.` : ''}`;
  return html`
    <section aria-labelledby="reliability">
      <h2 id="reliability" class="h6">Can its confidence be believed?</h2>
      <figure class="plot">
        <svg class="reliability" viewBox="0 0 ${LEFT + SIDE + 12} ${TOP + SIDE + 42}" role="img" aria-label=${summary}>${axes()}${dots(bins)}</svg>
        <figcaption class="text-quiet small">${summary} A larger dot stands for more photos.</figcaption>
      </figure>
      <details>
        <summary>As a table</summary>
        <table class="table figures-table">
          <caption class="visually-hidden">Confidence and truth</caption>
          <thead><tr><th scope="col">Confidence</th><th scope="col" class="number">Mean</th><th scope="col" class="number">Right</th><th scope="col" class="number">Photos</th></tr></thead>
          <tbody>
            ${bins.map(({ from, to, confidence, accuracy, photos }) => html`
              <tr><th scope="row">${percent(from)} to ${percent(to)}</th><td class="number">${percent(confidence)}</td>
                <td class="number">${percent(accuracy)}</td><td class="number">${photos.toLocaleString()}</td></tr>`)}
          </tbody>
        </table>
      </details>
    </section>`;
}
