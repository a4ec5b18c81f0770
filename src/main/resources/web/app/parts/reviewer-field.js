import { html } from 'lit';
import { rememberReviewer, reviewer } from '../reviewer.js';

/** Whose name stands beside a correction. */
export const reviewerField = (onChange, label = 'Corrections by') => html`
  <label class="d-flex align-items-center gap-2 text-quiet small">${label}
    <input class="form-control form-control-sm reviewer" maxlength="100" placeholder="Your name" .value=${reviewer()}
      @change=${(event) => {
        rememberReviewer(event.target.value);
        onChange?.();
      }}>
  </label>`;

/** Who corrects; where nobody said so yet, the field inside `view` asks for it, and there is no name. */
export function requireReviewer(view) {
  const by = reviewer();
  if (by) return by;
  const field = view.querySelector('.reviewer');
  field.setCustomValidity('Say who you are first; your name stands beside each correction.');
  field.reportValidity();
  field.setCustomValidity('');
  return undefined;
}
