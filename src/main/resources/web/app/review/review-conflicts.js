import { html, nothing } from 'lit';
import { REVISION_CHANGED } from '../api.js';
import { link } from '../route.js';
import { classNameOf, fileName } from '../words.js';

/** What became of a decision that was not kept, in one sentence. */
export function conflictSentence({ kind, photo, photoId, class: classId, problem }, classes) {
  const name = fileName(photoId);
  const mine = classNameOf(classId, classes);
  if (problem.code !== REVISION_CHANGED || !photo) return `${name} was not named ${mine}: ${problem.detail ?? problem.message}`;
  if (!photo.human) return `${name} was changed while you looked at it. It is back in the queue as it is now.`;
  const theirs = `${photo.human.by} said ${classNameOf(photo.human.class, classes)}`;
  if (kind === 'label' && photo.human.class === classId) return `${theirs} of ${name} while you looked at it, as you do.`;
  return kind === 'unlabel'
    ? `${theirs} of ${name} after you. That stands; there is nothing of yours to undo.`
    : `${theirs} of ${name} while you looked at it. That stands; your ${mine} was not kept.`;
}

/** Decisions that were not kept, each with its ways on; `classes` by id. */
export const reviewConflicts = (sitting, classes) => sitting.conflicts.map((conflict) => html`
  <div class="alert alert-warning d-flex flex-wrap gap-2 align-items-center" data-conflict=${conflict.photoId}>
    <div class="flex-grow-1">${conflictSentence(conflict, classes)}</div>
    <a class="btn btn-sm btn-quiet" href=${link('photo', { id: conflict.photoId })}>Look at it</a>
    ${conflict.kind === 'label' && conflict.photo?.human && conflict.photo.human.class !== conflict.class
      ? html`<button class="btn btn-sm btn-quiet" @click=${() => sitting.insist(conflict)}>Use mine</button>`
      : nothing}
    <button class="btn btn-sm btn-quiet" @click=${() => sitting.dismiss(conflict)}>Fine</button>
  </div>`);
