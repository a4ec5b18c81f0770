import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { when } from '../words.js';
import { isUnderWay } from './job-watch.js';
import { KINDS, STATES, extent, standing } from './job-words.js';

const progress = ({ kind, total, seen }) => html`
  <progress class="bar" max=${total || 1} value=${total ? seen : nothing} aria-label="Progress of ${KINDS[kind]}"></progress>`;

const entry = (job, classes, onCancel) => html`
  <li class="job" data-job=${job.jobId} data-job-state=${job.state}>
    <div class="job-head">
      <strong>${KINDS[job.kind]}</strong>
      <span class="state state-job-${job.state}">${STATES[job.state] ?? job.state}</span>
      <span class="text-quiet small me-auto">by ${job.by}, ${when(job.createdAt)}</span>
      ${isUnderWay(job)
        ? html`<button class="btn btn-sm btn-quiet" aria-label="Cancel ${KINDS[job.kind]} of ${extent(job, classes)}" @click=${() => onCancel(job)}>Cancel</button>`
        : nothing}
    </div>
    <div class="job-extent">${extent(job, classes)}${job.ratePerSecond ? html` <span class="text-quiet">at ${job.ratePerSecond} a second</span>` : nothing}</div>
    ${isUnderWay(job) ? progress(job) : nothing}
    <div class="text-quiet small">${standing(job)}</div>
    ${job.error ? html`<div class="job-error">${job.error.text ?? job.error.detail ?? job.error}</div>` : nothing}
  </li>`;

/** Jobs with their state and progress, newest first; `classes` by id. */
export const jobList = (jobs, classes, onCancel) =>
  jobs.length
    ? html`<ul class="jobs">${repeat(jobs, ({ jobId }) => jobId, (job) => entry(job, classes, onCancel))}</ul>`
    : html`<p class="text-quiet">No job has been started yet.</p>`;
