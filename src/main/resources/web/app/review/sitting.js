/**
 * One sitting of a reviewer: the queue of what waits for a person, least certain first, and what was decided. Decisions take effect here
 * at once; the outbox carries them to the service and what comes back is worked in.
 */
import { listPhotos } from '../api.js';
import { photoChanged } from '../photo-list.js';
import { Outbox } from './outbox.js';

const PAGE = 50;
/** Fewer photos than this in hand: the next page is fetched. */
const LOW = 25;

export class Sitting extends EventTarget {
  outbox = new Outbox();
  /** What is to be reviewed; the first one is the one in hand. */
  queue = [];
  /** Ids of those that are named together with the one in hand. */
  marked = new Set();
  /** What somebody else said meanwhile, or the service refused: `{kind, photo, photoId, class, by, problem}`. */
  conflicts = [];
  loading = false;
  failure;
  #filter = {};
  #cursor;
  #total;
  #skipped = new Map();
  /** Acts in order: `{kind: 'label' | 'skip', photos, class, operationId, lost}`. */
  #acts = [];
  /** By photo id: its revision after our last word that was kept. A photo in hand may be older, since it was skipped meanwhile. */
  #revisions = new Map();
  #undone = new Set();

  constructor() {
    super();
    this.outbox.addEventListener('change', () => this.#changed());
    this.outbox.addEventListener('answer', ({ detail }) => this.#answered(detail));
  }

  get photo() {
    return this.queue[0];
  }

  get skipped() {
    return this.#skipped.size;
  }

  get canUndo() {
    return this.#acts.length > 0;
  }

  /** How many still wait, without the skipped ones. */
  get left() {
    if (!this.#cursor) return this.queue.length;
    return Math.max(this.queue.length, this.#total - this.#skipped.size - this.decided.length);
  }

  /** `{before, class}` of what was decided and not refused. */
  get decided() {
    return this.#acts
      .filter(({ kind }) => kind === 'label')
      .flatMap(({ photos, class: named, lost }) =>
        photos.filter(({ photoId }) => !lost.has(photoId)).map((before) => ({ before, class: named })),
      );
  }

  /** Starts on the photos of a filter; what was decided stays. */
  open(filter) {
    this.#filter = filter;
    return this.reload();
  }

  /** Goes on where loading failed. */
  more = () => this.#load();

  /** Starts over, with what was skipped. */
  reload = () => {
    this.#filter = { ...this.#filter };
    this.queue = [];
    this.marked.clear();
    this.#cursor = undefined;
    this.#skipped.clear();
    this.#acts = this.#acts.filter(({ kind }) => kind !== 'skip');
    return this.#load();
  };

  async #load() {
    const filter = this.#filter;
    this.loading = true;
    this.failure = undefined;
    this.#changed();
    try {
      const page = await listPhotos({
        ...filter,
        state: 'needs-review',
        sort: 'least-certain',
        limit: PAGE,
        cursor: this.#cursor,
      });
      if (filter !== this.#filter) return;
      const known = new Set([...this.queue.map(({ photoId }) => photoId), ...this.#skipped.keys()]);
      const fresh = page.photos.filter((photo) => !known.has(photo.photoId) && !this.#isBehind(photo));
      this.queue = [...this.queue, ...fresh];
      if (!this.#cursor) this.#total = (page.total ?? fresh.length) + this.decided.length;
      this.#cursor = page.cursor;
    } catch (failure) {
      this.failure = failure;
    }
    this.loading = false;
    this.#changed();
  }

  /** Whether a list was read before what we said of the photo: it would come back although it is named. */
  #isBehind({ photoId, revision }) {
    return this.outbox.has(photoId) || revision < (this.#revisions.get(photoId) ?? 0);
  }

  #revision({ photoId, revision }) {
    return Math.max(revision, this.#revisions.get(photoId) ?? 0);
  }

  /** Marks a photo, or takes its mark away. */
  mark(photoId, isMarked) {
    if (isMarked) this.marked.add(photoId);
    else this.marked.delete(photoId);
    this.#changed();
  }

  clearMarks() {
    this.marked.clear();
    this.#changed();
  }

  /** Takes a photo in hand before its turn. */
  take(photoId) {
    const photo = this.queue.find((other) => other.photoId === photoId);
    this.marked.delete(photoId);
    this.queue = [photo, ...this.queue.filter((other) => other !== photo)];
    this.#changed();
  }

  /** Names the photo in hand and those marked; gives back how many that are. */
  name(classId, by, why) {
    const photos = this.queue.filter(({ photoId }, index) => index === 0 || this.marked.has(photoId));
    const operationId = this.outbox.add({
      kind: 'label',
      by,
      why: why || undefined,
      entries: photos.map((photo) => ({ photoId: photo.photoId, revision: this.#revision(photo), class: classId })),
    });
    this.#done({ kind: 'label', photos, class: classId, by, operationId, lost: new Set() });
    return photos.length;
  }

  skip() {
    const [photo] = this.queue;
    this.#skipped.set(photo.photoId, photo);
    this.#done({ kind: 'skip', photos: [photo] });
  }

  #done(act) {
    const gone = new Set(act.photos);
    this.#acts.push(act);
    this.marked.clear();
    this.queue = this.queue.filter((photo) => !gone.has(photo));
    if (this.queue.length < LOW && this.#cursor && !this.loading) this.#load();
    this.#changed();
  }

  /** Takes the last act back; its photos are in hand again. Gives back the act. */
  undo() {
    const act = this.#acts.pop();
    this.#undone.add(act.operationId);
    const photos = act.kind === 'skip' ? act.photos : this.#unname(act);
    photos.forEach(({ photoId }) => this.#skipped.delete(photoId));
    this.#giveBack(photos);
    return { ...act, photos };
  }

  #unname({ operationId, photos, by, class: classId, lost }) {
    const kept = photos.filter(({ photoId }) => !lost.has(photoId));
    if (kept.length && !this.outbox.withdraw(operationId)) {
      this.outbox.add({
        kind: 'unlabel',
        by,
        undoes: operationId,
        entries: kept.map(({ photoId, revision }) => ({
          photoId,
          revision: this.#revisions.get(photoId) ?? revision,
          class: classId,
        })),
      });
    }
    return kept;
  }

  #giveBack(photos, place = 0) {
    const back = new Set(photos.map(({ photoId }) => photoId));
    const others = this.queue.filter(({ photoId }) => !back.has(photoId));
    this.queue = [...others.slice(0, place), ...photos, ...others.slice(place)];
    this.marked = new Set([...this.marked].filter((photoId) => !back.has(photoId)));
    this.#changed();
  }

  #answered({ operation, entry, photo, problem }) {
    const { photoId } = entry;
    if (photo) photoChanged(photo);
    const act = this.#acts.find(({ operationId }) => operationId === operation.id);
    if (problem) act?.lost.add(photoId);
    else this.#revisions.set(photoId, photo.revision);
    if (problem) this.#refused(operation, entry, photo, problem);
    else if (operation.kind === 'unlabel') this.#renew(photo);
    this.#changed();
  }

  #renew(photo) {
    this.queue = this.queue.map((other) => (other.photoId === photo.photoId ? photo : other));
  }

  #refused({ id, kind, by }, { photoId, class: classId }, photo, problem) {
    if (photo?.state === 'needs-review') {
      // As it is now; not under the hands of somebody who looks at another one.
      this.#giveBack([photo], this.queue.length && this.queue[0].photoId !== photoId ? 1 : 0);
    } else {
      this.queue = this.queue.filter((other) => other.photoId !== photoId);
    }
    // Who took it back already has nothing to lose.
    if (this.#undone.has(id)) return;
    const conflict = { kind, photoId, photo, class: classId, by, problem };
    this.conflicts = [...this.conflicts, conflict];
    this.dispatchEvent(new CustomEvent('conflict', { detail: conflict }));
  }

  /** Has seen it; theirs stands. */
  dismiss(conflict) {
    this.conflicts = this.conflicts.filter((other) => other !== conflict);
    this.#changed();
  }

  /** Says it again, over what somebody else said. */
  insist(conflict) {
    const { photo, photoId, class: classId, by } = conflict;
    const { marked } = this;
    this.dismiss(conflict);
    this.queue = [photo, ...this.queue.filter((other) => other.photoId !== photoId)];
    this.marked = new Set();
    this.name(classId, by);
    this.marked = marked;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
