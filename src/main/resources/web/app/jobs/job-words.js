import { facetName, facetValueName, when } from '../words.js';

export const KINDS = { retag: 'Re-tag', backfill: 'Backfill' };

export const STATES = {
  queued: 'Waiting',
  running: 'Running',
  done: 'Done',
  cancelled: 'Cancelled',
  failed: 'Failed',
};

/** Which photos a job goes through. */
export function extent({ kind, filter, prefix }, classes) {
  if (kind === 'backfill') return prefix ? `Objects under ${prefix}` : 'All objects of the bucket';
  const given = Object.entries(filter ?? {}).filter(([, value]) => value !== null && value?.length !== 0);
  if (!given.length) return 'All photos';
  return given.map(([name, value]) => condition(name, [value].flat(), classes)).join(' · ');
}

function condition(name, values, classes) {
  const title = facetName(name);
  if (title) return `${title}: ${values.map((value) => facetValueName(name, value, classes)).join(' or ')}`;
  const [value] = values;
  switch (name) {
    case 'text':
      return `“${value}” in the key`;
    case 'minConfidence':
      return `confidence from ${value}`;
    case 'maxConfidence':
      return `confidence up to ${value}`;
    case 'uploadedFrom':
      return `uploaded from ${when(value)}`;
    case 'uploadedTo':
      return `uploaded before ${when(value)}`;
    default:
      return `${name}: ${values.join(' or ')}`;
  }
}

const count = (number) => number.toLocaleString();

/** How far it is, in words. */
export function standing({ total, seen, tagged, unchanged, failed }) {
  const far = total === null || total === undefined ? `${count(seen)} seen` : `${count(seen)} of ${count(total)} seen`;
  const counts = [
    `${count(tagged)} tagged`,
    unchanged ? `${count(unchanged)} unchanged` : '',
    failed ? `${count(failed)} failed` : '',
  ];
  return [far, ...counts].filter(Boolean).join(', ');
}
