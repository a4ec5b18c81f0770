import { html, nothing } from 'lit';
import { bytes, fileName, levelName, many, percent, when } from '../words.js';

/** What is known of a photo beside its answer, section by section; a section with nothing to say is left out. */

const section = (id, heading, body) => html`
  <section aria-labelledby=${id}><h2 id=${id} class="h6">${heading}</h2>${body}</section>`;

/** Who said what it is, the latest first, the model last. */
export function photoHistory({ human, history, predicted }, className) {
  const labels = [...history, ...(human ? [human] : [])].reverse();
  if (!labels.length) return nothing;
  return section('history', 'History', html`
    <ol class="history">
      ${labels.map((label) => html`
        <li><strong>${className(label.class)}</strong> <span class="text-quiet">by ${label.by}, ${when(label.at)}</span>
          ${label.why ? html`<div class="why-said">${label.why}</div>` : nothing}</li>`)}
      ${predicted ? html`
        <li><strong>${predicted.class ? className(predicted.class) : 'Unidentified'}</strong>
          <span class="text-quiet">by the model, ${percent(predicted.confidence)}</span></li>` : nothing}
    </ol>`);
}

export const photoNotes = ({ notes }) =>
  notes.length
    ? section('notes', 'Notes of the tagger', html`<ul class="mb-0">${notes.map((note) => html`<li>${note}</li>`)}</ul>`)
    : nothing;

/** The file, when it came and by what it was tagged. */
export function photoFacts({ key, content, model, level, predicted, uploadedAt, taggedAt, error }) {
  const answered = predicted?.level ?? level;
  const pixels = content?.width ? `${content.width.toLocaleString()} × ${content.height.toLocaleString()}` : undefined;
  return section('facts', 'Photo', pairs([
    ['File', fileName(key)],
    ['Key', key],
    ['Type', content?.contentType],
    ['Size', content && bytes(content.size)],
    ['Pixels', pixels],
    ['Uploaded', uploadedAt && when(uploadedAt)],
    ['Tagged', taggedAt && when(taggedAt)],
    ['Model', model],
    ['Answered', answered && levelName(answered)],
    ['Error', error && `${error.code}: ${error.text}`],
    ['Version', content?.versionId],
  ]));
}

/** Tags and metadata as S3 has them, or why they cannot be read; undefined while they are awaited. */
export function rawTags(tags) {
  if (!tags) return nothing;
  return section('tags', 'In S3', tags.failure
    ? html`<p class="text-quiet mb-0">Its tags cannot be read: ${tags.failure.message}</p>`
    : html`${table('Object tags', tags.tags)}${table('User metadata', tags.metadata)}`);
}

function table(name, values) {
  const entries = Object.entries(values).sort(([one], [other]) => one.localeCompare(other));
  return html`
    <details class="raw" ?open=${entries.length > 0}>
      <summary>${name} <span class="text-quiet">${many(entries.length, 'entry', 'entries')}</span></summary>
      ${pairs(entries)}
    </details>`;
}

const pairs = (entries) => html`
  <dl class="facts">${entries.filter(([, value]) => value).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
