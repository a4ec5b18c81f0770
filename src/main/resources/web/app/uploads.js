/**
 * Uploads under way: each file gets its form, goes to the bucket, and waits for the tag that the function writes.
 * States: queued, sending, waiting, tagged (then `photo` is what the catalog says), refused (then `reason` says why, and
 * `again` whether another try may help).
 */
import { createUpload, getPhoto, listPhotos, Problem } from './api.js';

const AT_ONCE = 3;
const POLL_MILLIS = 700;
const SLOWEST_POLL_MILLIS = 5000;
const BACK_OFF = 1.4;
const PATIENCE_MILLIS = 30000;

/** What the service takes; the content decides in the end, but other files need not be sent to learn that. */
const TYPES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif']);

export const ACCEPTED = [...TYPES].join(',');

/** Why a file cannot be a photo, as far as name and size tell. */
function refusalOf(file) {
  if (!TYPES.has(file.type)) return 'Only JPEG, PNG, WebP and GIF photos are taken.';
  return file.size ? undefined : 'The file is empty.';
}

export class Uploads extends EventTarget {
  #next = 1;
  #active = 0;
  #polling = false;
  items = [];

  constructor() {
    super();
    addEventListener('beforeunload', (event) => this.#unsent().length && event.preventDefault());
    addEventListener('photo-changed', ({ detail: photo }) => {
      const item = this.items.find(({ photoId }) => photoId === photo.photoId);
      if (item?.photo) this.#set(item, { photo });
    });
  }

  /** Takes files, each with the path that it has in a dropped folder. */
  add(files) {
    const added = files.map(({ file, path }) => {
      const reason = refusalOf(file);
      return {
        id: this.#next++,
        file,
        name: path,
        preview: TYPES.has(file.type) ? URL.createObjectURL(file) : undefined,
        state: reason ? 'refused' : 'queued',
        reason,
        again: false,
        progress: 0,
      };
    });
    this.items = [...added, ...this.items];
    this.#changed(...added.filter(({ reason }) => reason));
    this.#work();
  }

  /** Tries a refused file once more. */
  retry(item) {
    this.#set(item, { state: 'queued', reason: undefined, late: false, progress: 0 });
    this.#work();
  }

  /** Gives up a file that is not sent yet; what is in the bucket already is tagged all the same. */
  cancel(item) {
    item.request?.abort();
    this.#drop([item]);
  }

  cancelAll() {
    const unsent = this.#unsent();
    unsent.forEach(({ request }) => request?.abort());
    this.#drop(unsent);
  }

  /** Forgets what has ended. */
  clear() {
    this.#drop(this.items.filter(ended));
  }

  /** How far it all is: counts by state, and `progress` 0..1 over the bytes of what is not refused. */
  summary() {
    const counts = { queued: 0, sending: 0, waiting: 0, tagged: 0, refused: 0 };
    let bytes = 0;
    let sent = 0;
    for (const { state, file, progress } of this.items) {
      counts[state] += 1;
      if (state === 'refused') continue;
      bytes += file.size;
      sent += file.size * progress;
    }
    return { ...counts, total: this.items.length, progress: bytes ? sent / bytes : 1 };
  }

  #unsent() {
    return this.items.filter(({ state }) => state === 'queued' || state === 'sending');
  }

  #drop(items) {
    const dropped = new Set(items);
    items.forEach(release);
    this.items = this.items.filter((item) => !dropped.has(item));
    this.#changed();
  }

  #work() {
    while (this.#active < AT_ONCE) {
      const item = this.items.findLast(({ state }) => state === 'queued');
      if (!item) return;
      this.#active += 1;
      this.#send(item).finally(() => {
        this.#active -= 1;
        this.#work();
      });
    }
  }

  async #send(item) {
    this.#set(item, { state: 'sending' });
    try {
      const { file, name } = item;
      const form = await createUpload({ name, size: file.size, type: file.type });
      if (!this.items.includes(item)) return;
      item.photoId = form.photoId;
      await post(form, item, (progress) => this.#set(item, { progress }));
      this.#set(item, { state: 'waiting', progress: 1, since: Date.now() });
      this.#poll();
    } catch (failure) {
      if (!this.items.includes(item)) return;
      this.#set(item, { state: 'refused', reason: failure.message, again: mayPass(failure) });
    }
  }

  /** Asks for the newest photos rather than one by one: many uploads cost one request, and none is a 404. */
  async #poll() {
    if (this.#polling) return;
    this.#polling = true;
    let pause = POLL_MILLIS;
    while (this.#waiting().length) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      const before = this.#waiting().length;
      try {
        await this.#look(this.#waiting());
      } catch (failure) {
        if (!(failure instanceof Problem)) throw failure;
      }
      pause = this.#waiting().length < before ? POLL_MILLIS : Math.min(pause * BACK_OFF, SLOWEST_POLL_MILLIS);
    }
    this.#polling = false;
  }

  async #look(waiting) {
    if (!waiting.length) return;
    const { photos } = await listPhotos({ limit: Math.min(200, 20 + 2 * waiting.length) });
    const found = new Map(photos.map((photo) => [photo.photoId, photo]));
    for (const item of waiting) {
      const late = Date.now() - item.since > PATIENCE_MILLIS;
      const photo = found.get(item.photoId) ?? (late ? await getPhoto(item.photoId).catch(() => undefined) : undefined);
      if (photo) {
        release(item);
        this.#set(item, { state: 'tagged', photo, preview: undefined });
      } else if (late && !item.late) {
        this.#set(item, { late });
      }
    }
  }

  #waiting() {
    return this.items.filter(({ state }) => state === 'waiting');
  }

  #set(item, change) {
    Object.assign(item, change);
    this.#changed(item);
  }

  #changed(...items) {
    this.dispatchEvent(new CustomEvent('change', { detail: items }));
  }
}

const release = ({ preview }) => preview && URL.revokeObjectURL(preview);

const ended = ({ state }) => state === 'tagged' || state === 'refused';

/** Whether a file that was refused may be taken the next time: a fault of the way there, not of the file. */
const mayPass = (failure) => !(failure instanceof Problem) || !failure.status || failure.status >= 500 || failure.status === 401;

/** Posts the form; XMLHttpRequest, because fetch does not tell how far an upload is. */
function post({ url, fields }, item, onProgress) {
  const form = new FormData();
  Object.entries(fields).forEach(([name, value]) => form.append(name, value));
  form.append('file', item.file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    item.request = request;
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onload = () => (request.status < 300 ? resolve() : reject(new Error(refusal(request))));
    request.onerror = () => reject(new Error('The bucket does not answer; try again.'));
    request.onabort = () => reject(new Error('Cancelled'));
    request.onloadend = () => (item.request = undefined);
    request.open('POST', url);
    request.send(form);
  });
}

function refusal({ responseXML, status }) {
  const message = responseXML?.querySelector('Message')?.textContent;
  return message ? `The bucket refused it: ${message}` : `The bucket refused it (${status}).`;
}
