/** What states, levels and classes are called on the page. */

export const STATES = [
  { id: 'tagged', name: 'Tagged' },
  { id: 'needs-review', name: 'Needs review' },
  { id: 'not-clothing', name: 'Not clothing' },
  { id: 'failed', name: 'Failed' },
];

const STATE_NAMES = new Map([...STATES.map(({ id, name }) => [id, name]), ['removed', 'Removed']]);

export const stateName = (state) => STATE_NAMES.get(state) ?? state;

const capital = (text) => (text ? text[0].toUpperCase() + text.slice(1) : '');

/** The one line that says what a photo shows. */
export function title(photo) {
  if (photo.state === 'failed') return 'Could not be read';
  if (photo.class === 'not-clothing') return 'Not clothing';
  if (photo.garment) return photo.garment;
  if (photo.group) return `Some ${photo.group}`;
  return photo.level === 'class' ? photo.class : 'Unidentified';
}

/** Audience and pattern; why it failed; or what is missing. */
export function facets(photo) {
  if (photo.error) return photo.error.text;
  if (photo.level === 'class') return [capital(photo.audience), photo.pattern].filter(Boolean).join(' · ');
  if (photo.state === 'needs-review') return 'Needs a person';
  return '';
}

const FACET_NAMES = {
  state: 'State',
  group: 'Group',
  garment: 'Garment',
  audience: 'For',
  pattern: 'Pattern',
  class: 'Class',
  model: 'Model',
};

export const facetName = (name) => FACET_NAMES[name];

/** A value of a facet; `classes` are the taxonomy's classes by id. */
export function facetValueName(name, value, classes) {
  if (name === 'state') return stateName(value);
  if (name === 'class') return classNameOf(value, classes);
  return name === 'model' ? value : capital(value);
}

const LEVEL_NAMES = {
  class: 'to the class',
  garment: 'to the garment only',
  group: 'to the group only',
  none: 'no class',
};

/** How far the model answered. */
export const levelName = (level) => LEVEL_NAMES[level] ?? level;

/** A class as a person would say it. */
export const className = ({ garment, audience, pattern }) =>
  [garment, [audience, pattern].filter(Boolean).join(', ')].filter(Boolean).join(' – ');

/** A class id as a person would say it; `classes` are the taxonomy's classes by id. */
export function classNameOf(classId, classes) {
  if (classId === 'not-clothing') return 'Not clothing';
  if (classId === 'unidentified') return 'Unidentified';
  const entry = classes?.get(classId);
  return entry ? className(entry) : classId;
}

/** How many of something, as "1 photo" or "2,345 photos". */
export const many = (count, one, more = `${one}s`) => `${count.toLocaleString()} ${count === 1 ? one : more}`;

const percents = [0, 1].map((digits) =>
  new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }));

/** A share, half up on its decimal digits as the models' reports round: 0.8455 is 84.6 %, whatever binary makes of it. */
const rounded = (share, digits) => percents[digits].format(String(share)).replace('%', ' %');

export const percent = (share) => rounded(share, 0);

/** With one decimal place, for figures that are compared. */
export const exactPercent = (share) => rounded(share, 1);

export const fileName = (key) => key.slice(key.lastIndexOf('/') + 1);

export function bytes(count) {
  if (count < 1000) return `${count} bytes`;
  return count < 1e6 ? `${Math.round(count / 1e3)} kB` : `${(count / 1e6).toFixed(1)} MB`;
}

export const when = (instant) =>
  new Date(instant).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
