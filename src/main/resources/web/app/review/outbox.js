/**
 * A reviewer's decisions on their way to the service, sent one after the other in the order in which they were made. What the
 * service does not answer waits and is tried again, with growing pauses; the tab keeps it over a reload.
 *
 * An operation is `{id, kind: 'label' | 'unlabel', by, why, undoes, entries: [{photoId, revision, class}]}`. Each entry ends in an event
 * `answer` of `{operation, entry, photo, problem}`: the photo as it stands now, and the problem if the decision was not kept.
 */
import { Problem, REVISION_CHANGED, getPhoto, labelPhoto, labelPhotos, unlabelPhoto } from '../api.js';

const KEPT = 'hangtag.outbox';
const FIRST_PAUSE_MILLIS = 1000;
const LONGEST_PAUSE_MILLIS = 30000;

/** No answer, a tired store, a lapsed sign-in: the decision is as good as before and can be sent later. */
const passes = ({ code, status }) => code === 'UNREACHABLE' || status === 401 || status === 429 || status >= 500;

const refused = (problem) => {
  if (!(problem instanceof Problem) || passes(problem)) throw problem;
  return { problem };
};

export class Outbox extends EventTarget {
  operations = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
  /** Why the last try failed, as long as something waits for the next one. */
  failure;
  #working = false;
  #wake;
  // No id of an earlier load of the page comes again.
  #nextId = Date.now();

  constructor() {
    super();
    addEventListener('online', this.retry);
    addEventListener('beforeunload', (event) => this.operations.length && event.preventDefault());
    this.#work();
  }

  /** How many photos have a decision that the service has not confirmed. */
  get waiting() {
    return new Set(this.operations.flatMap(({ entries }) => entries.map(({ photoId }) => photoId))).size;
  }

  has = (photoId) => this.operations.some(({ entries }) => entries.some((entry) => entry.photoId === photoId));

  /** Takes an operation and gives back its id. */
  add(operation) {
    const id = this.#nextId++;
    this.operations.push({ id, ...operation });
    this.#changed();
    this.#work();
    return id;
  }

  /** Takes back what has never left; tells whether it could. A try without an answer may have reached the service. */
  withdraw(id) {
    const operation = this.operations.find((other) => other.id === id);
    if (!operation || operation.tried) return false;
    this.operations = this.operations.filter((other) => other !== operation);
    this.#changed();
    return true;
  }

  /** Tries at once. */
  retry = () => this.#wake?.();

  async #work() {
    if (this.#working) return;
    this.#working = true;
    let pause = FIRST_PAUSE_MILLIS;
    while (this.operations.length) {
      const [operation] = this.operations;
      try {
        operation.tried = true;
        await (operation.kind === 'label' ? this.#label(operation) : this.#unlabel(operation));
        this.failure = undefined;
        pause = FIRST_PAUSE_MILLIS;
        this.operations = this.operations.filter(({ entries }) => entries.length);
        this.#changed();
      } catch (failure) {
        this.failure = failure;
        this.#changed();
        await this.#rest(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      }
    }
    this.#working = false;
    this.failure = undefined;
    this.#changed();
  }

  #rest(millis) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, millis);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #label(operation) {
    const { by, why, entries } = operation;
    if (entries.length === 1) {
      const [entry] = entries;
      await this.#each(operation, () => labelPhoto(entry, { class: entry.class, by, why }));
      return;
    }
    const results = await labelPhotos(entries, { class: entries[0].class, by, why }).then(
      (answer) => answer.results,
      (problem) => {
        if (passes(problem)) throw problem;
        return entries.map(({ photoId }) => ({ photoId, problem }));
      },
    );
    for (const { photoId, photo, problem } of results.filter((result) => !result.problem || !passes(result.problem))) {
      await this.#settle(operation, entries.find((entry) => entry.photoId === photoId), photo, problem);
    }
    const late = results.find(({ problem }) => problem && passes(problem));
    if (late) throw new Problem(late.problem);
  }

  async #unlabel(operation) {
    await this.#each(operation, unlabelPhoto);
  }

  async #each(operation, send) {
    for (const entry of [...operation.entries]) {
      const { photo, problem } = await send(entry).then((photo) => ({ photo }), refused);
      await this.#settle(operation, entry, photo, problem);
    }
  }

  /** Ends an entry. What a lost answer had confirmed already looks like a conflict, but is none. */
  async #settle(operation, entry, photo, problem) {
    const { photoId } = entry;
    let answer = { operation, entry, photo, problem };
    if (problem?.code === REVISION_CHANGED) {
      const now = await getPhoto(photoId).then((photo) => ({ photo }), refused);
      const { human } = now.photo ?? {};
      const ours = human?.class === entry.class && human.by === operation.by;
      const done = now.photo && (operation.kind === 'label' ? ours : !human);
      answer = { operation, entry, photo: now.photo, problem: done ? undefined : (now.problem ?? problem) };
    }
    operation.entries = operation.entries.filter((other) => other !== entry);
    this.#follow(operation, answer);
    this.#changed();
    this.dispatchEvent(new CustomEvent('answer', { detail: answer }));
  }

  /** What was decided on top of this goes by the photo as it is now; what was not kept need not be undone. */
  #follow(operation, { entry: { photoId }, photo, problem }) {
    for (const later of this.operations.filter((other) => other !== operation)) {
      if (problem && later.undoes === operation.id) {
        later.entries = later.entries.filter((other) => other.photoId !== photoId);
      }
      if (!problem) {
        later.entries.filter((other) => other.photoId === photoId).forEach((other) => (other.revision = photo.revision));
      }
    }
  }

  #changed() {
    sessionStorage.setItem(KEPT, JSON.stringify(this.operations));
    this.dispatchEvent(new Event('change'));
  }
}
