import { html, nothing } from 'lit';
import { many } from '../words.js';

/** Says that decisions wait, and why. */
export const outboxNotice = (outbox) => outbox.failure && outbox.waiting
  ? html`
    <div class="alert alert-warning d-flex flex-wrap gap-2 align-items-center" data-outbox>
      <div class="flex-grow-1">
        <strong>${many(outbox.waiting, 'decision')} not saved yet.</strong> ${outbox.failure.message}
        You can go on; this tab keeps trying. Do not close it.
      </div>
      <button class="btn btn-sm btn-quiet" @click=${outbox.retry}>Try now</button>
    </div>`
  : nothing;
