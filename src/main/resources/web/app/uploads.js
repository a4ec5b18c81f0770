/**
 * Uploads under way: each file gets its form, goes to the bucket, and waits for the tag that the function writes.
 * States: queued, sending, waiting, tagged (then `photo` is what the catalog says), refused (then `reason` says why).
 */
import { createUpload, getPhoto, listPhotos, Problem } from './api.js';

const AT_ONCE = 3;
const POLL_MILLIS = 700;
const SLOW_POLL_MILLIS = 4000;
const PATIENCE_MILLIS = 30000;

export class Uploads extends EventTarget {
  #next = 1;
  #active = 0;
  #polling = false;
  items = [];

  /** Takes files, each with the path that it has in a dropped folder. */
  add(files) {
    const added = files.map(({ file, path }) => ({
      id: this.#next++,
      file,
      name: path,
      preview: file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined,
      state: 'queued',
      progress: 0,
    }));
    this.items = [...added, ...this.items];
    this.#changed();
    this.#work();
  }

  /** Forgets what has ended. */
  clear() {
    this.items.filter(ended).forEach((item) => item.preview && URL.revokeObjectURL(item.preview));
    this.items = this.items.filter((item) => !ended(item));
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
      const form = await createUpload({ name, size: file.size, type: file.type || 'application/octet-stream' });
      item.photoId = form.photoId;
      await post(form, file, (progress) => this.#set(item, { progress }));
      this.#set(item, { state: 'waiting', progress: 1, since: Date.now() });
      this.#poll();
    } catch (failure) {
      this.#set(item, { state: 'refused', reason: failure.message });
    }
  }

  /** Asks for the newest photos rather than one by one: many uploads cost one request, and none is a 404. */
  async #poll() {
    if (this.#polling) return;
    this.#polling = true;
    for (let waiting = this.#waiting(); waiting.length; waiting = this.#waiting()) {
      const patient = waiting.every(({ since }) => Date.now() - since < PATIENCE_MILLIS);
      await new Promise((resolve) => setTimeout(resolve, patient ? POLL_MILLIS : SLOW_POLL_MILLIS));
      try {
        await this.#look(this.#waiting());
      } catch (failure) {
        if (!(failure instanceof Problem)) throw failure;
      }
    }
    this.#polling = false;
  }

  async #look(waiting) {
    const { photos } = await listPhotos({ limit: Math.min(200, 20 + 2 * waiting.length) });
    const found = new Map(photos.map((photo) => [photo.photoId, photo]));
    for (const item of waiting) {
      const late = Date.now() - item.since > PATIENCE_MILLIS;
      const photo = found.get(item.photoId) ?? (late ? await getPhoto(item.photoId).catch(() => undefined) : undefined);
      if (photo) this.#set(item, { state: 'tagged', photo });
      else if (late && !item.late) this.#set(item, { late });
    }
  }

  #waiting() {
    return this.items.filter(({ state }) => state === 'waiting');
  }

  #set(item, change) {
    Object.assign(item, change);
    this.#changed(item);
  }

  #changed(item) {
    this.dispatchEvent(new CustomEvent('change', { detail: item }));
  }
}

const ended = ({ state }) => state === 'tagged' || state === 'refused';

/** Posts the form; XMLHttpRequest, because fetch does not tell how far an upload is. */
function post({ url, fields }, file, onProgress) {
  const form = new FormData();
  Object.entries(fields).forEach(([name, value]) => form.append(name, value));
  form.append('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onload = () => (request.status < 300 ? resolve() : reject(new Error(refusal(request))));
    request.onerror = () => reject(new Error('The bucket does not answer; try again.'));
    request.open('POST', url);
    request.send(form);
  });
}

function refusal({ responseXML, status }) {
  const message = responseXML?.querySelector('Message')?.textContent;
  return message ? `The bucket refused it: ${message}` : `The bucket refused it (${status}).`;
}
