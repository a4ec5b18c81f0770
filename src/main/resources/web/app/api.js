/** The service's answers; a refusal is a Problem with the service's own words. Photos, models and jobs are as OpenAPI has them. */

import { access } from './access.js';
import { parameters } from './route.js';

export class Problem extends Error {
  constructor(document) {
    super(document.detail ?? document.title);
    this.code = document.code;
    this.title = document.title;
    this.status = document.status;
  }
}

/** The code of a write that was refused because somebody was quicker. */
export const REVISION_CHANGED = 'REVISION_CHANGED';

const UNREACHABLE = { code: 'UNREACHABLE', title: 'No answer', detail: 'The service does not answer. Is it running?' };
const SIGNED_OUT = { title: 'Signed out', status: 401, detail: 'Your sign-in has ended. Reload the page to sign in again.' };

/** What the service itself says to a change without its token; a gateway before it says no such document. */
const UNAUTHENTICATED = 'UNAUTHENTICATED';
const SIGN_IN = 'Choose “Sign in to write” at the top of the page, then try again.';

/** A 401 in words for who looks at the page. */
function refusedAccess(said, token) {
  if (said.code !== UNAUTHENTICATED) return SIGNED_OUT;
  access.ask();
  return { detail: token ? `${said.detail}. ${SIGN_IN}` : `This service takes changes by its write token only. ${SIGN_IN}` };
}

async function send(path, options = {}) {
  const { token } = access;
  let response;
  try {
    response = await fetch(path, options.method ? access.signed(options) : options);
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Problem(UNREACHABLE);
  }
  if (response.ok) return response;
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json');
  const said = isProblem
    ? await response.json()
    : { title: response.statusText || 'Refused', detail: `The service answered ${response.status}.` };
  throw new Problem({ status: response.status, ...said, ...(response.status === 401 ? refusedAccess(said, token) : {}) });
}

async function request(path, options) {
  const response = await send(path, options);
  return response.status === 204 ? undefined : response.json();
}

const withQuery = (path, query) => {
  const given = parameters(query);
  return given.size ? `${path}?${given}` : path;
};

const json = (method, body, headers = {}) => ({
  method,
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

const ifMatch = ({ revision }) => ({ 'If-Match': `"${revision}"` });

export const photoPath = (photoId) => `/api/photos/${encodeURIComponent(photoId)}`;

/** Sides that thumbnails come in, in pixels. */
export const SIZES = [96, 192, 384, 768, 1536];

/** The photo upright as a JPEG, its longest side at most `size` pixels, one of SIZES; with `v` the browser may keep it. */
export const thumbnailPath = (photo, size) =>
  `${photo.image}?size=${size}${photo.content?.etag ? `&v=${encodeURIComponent(photo.content.etag)}` : ''}`;

/** A page of photos: `{photos, cursor, total, facets}`, the last two on a first page only. Lists stand for "one of". */
export const listPhotos = (query, signal) => request(withQuery('/api/photos', query), { signal });

/** Where the photos of a view are had as a file: `form` csv or jsonl. */
export const exportPath = (query, form = 'csv') => withQuery(`/api/export.${form}`, query);

export const getPhoto = (photoId, signal) => request(photoPath(photoId), { signal });

/** `{tags, metadata}` as the object has them now. */
export const getTags = (photoId, signal) => request(`${photoPath(photoId)}/tags`, { signal });

/** What spoke for a class, as a PNG to lay over the upright photo; without a class for the one that was answered. */
export const getExplanation = async (photoId, classId, signal) =>
  (await send(withQuery(`${photoPath(photoId)}/explanation`, { class: classId }), { signal })).blob();

let classes;

/** The taxonomy `{model, classes}`; it changes only with the model, so it is asked for once. */
export function getClasses() {
  classes ??= request('/api/classes').catch((failure) => {
    classes = undefined;
    throw failure;
  });
  return classes;
}

export const createUpload = (file) => request('/api/uploads', json('POST', file));

/** Corrects a photo as it was read, by `{class, by, why?}`; refused with REVISION_CHANGED if somebody was quicker. */
export const labelPhoto = (photo, label) => request(`${photoPath(photo.photoId)}/label`, json('PUT', label, ifMatch(photo)));

/** Takes the correction in force back. */
export const unlabelPhoto = (photo) =>
  request(`${photoPath(photo.photoId)}/label`, { method: 'DELETE', headers: ifMatch(photo) });

/** How many photos one call of labelPhotos takes. */
export const LABELS_AT_ONCE = 100;

/** Corrects several photos, each as it was read: `{results: [{photoId, photo, problem}]}`. */
export const labelPhotos = (photos, { class: classId, by, why }) =>
  request(
    '/api/photos/labels',
    json('POST', { by, why, labels: photos.map(({ photoId, revision }) => ({ photoId, revision, class: classId })) }),
  );

/** `{models}`: every package the service has, with its figures. */
export const getModels = (signal) => request('/api/models', { signal });

/** Starts a job: `{kind: 'retag' | 'backfill', by, filter?, prefix?, ratePerSecond?}`. */
export const createJob = (job) => request('/api/jobs', json('POST', job));

export const listJobs = (signal) => request('/api/jobs', { signal });

export const getJob = (jobId, signal) => request(`/api/jobs/${encodeURIComponent(jobId)}`, { signal });

export const cancelJob = (jobId) => request(`/api/jobs/${encodeURIComponent(jobId)}`, { method: 'DELETE' });
