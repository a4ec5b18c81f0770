import { html, nothing } from 'lit';

/** What went wrong, and a way on. */
export const failureNotice = (failure, onRetry) => html`
  <div class="alert alert-danger d-flex flex-wrap gap-3 align-items-center" role="alert">
    <div class="flex-grow-1"><strong>${failure.title ?? 'Something went wrong'}.</strong> ${failure.message}</div>
    ${onRetry ? html`<button class="btn btn-quiet btn-sm" @click=${onRetry}>Try again</button>` : nothing}
  </div>`;

/** Something to know before one goes on; `actions` are the ways on. */
export const cautionNotice = (heading, text, actions = nothing) => html`
  <div class="alert alert-warning d-flex flex-wrap gap-3 align-items-center" role="alert">
    <div class="flex-grow-1"><strong>${heading}</strong> ${text}</div>
    <div class="d-flex flex-wrap gap-2">${actions}</div>
  </div>`;

export const emptyNotice = (heading, text, action = nothing) => html`
  <div class="empty">
    <h2>${heading}</h2>
    <p class="text-quiet">${text}</p>
    ${action}
  </div>`;
