/** The service's answers; a refusal is a Problem with the service's own words. */

export class Problem extends Error {
  constructor(document) {
    super(document.detail ?? document.title);
    this.code = document.code;
    this.title = document.title;
    this.status = document.status;
  }
}

const UNREACHABLE = { code: 'UNREACHABLE', title: 'No answer', detail: 'The service does not answer. Is it running?' };

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Problem(UNREACHABLE);
  }
  if (response.ok) return response.status === 204 ? undefined : response.json();
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json');
  throw new Problem(
    isProblem
      ? await response.json()
      : { title: response.statusText, status: response.status, detail: `The service answered ${response.status}.` },
  );
}

const json = (method, body, headers = {}) => ({
  method,
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

export const photoPath = (photoId) => `/api/photos/${encodeURIComponent(photoId)}`;

const given = (query) => new URLSearchParams(Object.entries(query).filter(([, value]) => value));

export const listPhotos = (query, signal) => request(`/api/photos?${given(query)}`, { signal });

/** Where the photos of a view are had as a file. */
export const exportPath = (query) => `/api/export.csv?${given(query)}`;

export const getPhoto = (photoId, signal) => request(photoPath(photoId), { signal });

let classes;

/** The taxonomy; it changes only with the model, so it is asked for once. */
export function getClasses() {
  classes ??= request('/api/classes').catch((failure) => {
    classes = undefined;
    throw failure;
  });
  return classes;
}

export const createUpload = (file) => request('/api/uploads', json('POST', file));

/** Corrects a photo as it was read; refused with REVISION_CHANGED if somebody was quicker. */
export const labelPhoto = (photo, label) =>
  request(`${photoPath(photo.photoId)}/label`, json('PUT', label, { 'If-Match': `"${photo.revision}"` }));

/** Takes the correction in force back. */
export const unlabelPhoto = (photo) =>
  request(`${photoPath(photo.photoId)}/label`, { method: 'DELETE', headers: { 'If-Match': `"${photo.revision}"` } });
