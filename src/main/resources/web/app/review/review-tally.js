import { html, nothing } from 'lit';
import { percent } from '../words.js';
import { tally } from './tally.js';

const ANSWERS = {
  garment: 'Garment right',
  group: 'Group right',
  none: 'Had no answer',
};

const entry = (id, name, figure) => html`<div><dt>${name}</dt><dd data-tally=${id}>${figure}</dd></div>`;

/** What is left, and how often the model was right so far. */
export function reviewTally({ left, skipped, decided }, classes) {
  const { reviewed, first, levels } = tally(decided, classes);
  return html`
    <dl class="review-tally" aria-label="This sitting">
      ${entry('left', 'Left', left.toLocaleString())}
      ${entry('reviewed', 'Reviewed', reviewed.toLocaleString())}
      ${skipped ? entry('skipped', 'Skipped', skipped.toLocaleString()) : nothing}
      ${reviewed ? entry('first', 'First guess right', percent(first / reviewed)) : nothing}
      ${levels.map(({ level, reviewed: all, right }) => entry(level, ANSWERS[level], right === undefined ? all : `${right} of ${all}`))}
    </dl>`;
}
