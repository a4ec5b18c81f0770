import { html, nothing } from 'lit';
import { PageElement } from '../parts/element.js';
import { failureNotice } from '../parts/notice.js';
import './job-form.js';
import { jobList } from './job-list.js';
import { JobWatch } from './job-watch.js';
import { KINDS, STATES, standing } from './job-words.js';

/** Re-tagging and backfills: start one, see how far it is, stop it. */
class JobsPanel extends PageElement {
  static properties = {
    /** Class by id. */
    classes: { attribute: false },
    busy: { state: true },
    refusal: { state: true },
    said: { state: true },
  };

  #watch = new JobWatch();

  constructor() {
    super();
    this.classes = new Map();
    this.said = '';
    this.#watch.addEventListener('change', () => this.requestUpdate());
    this.#watch.addEventListener('ended', ({ detail }) => this.#say(detail));
  }

  connectedCallback() {
    super.connectedCallback();
    this.#watch.start();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watch.stop();
  }

  #say(job) {
    this.said = `${KINDS[job.kind]}: ${STATES[job.state] ?? job.state}. ${standing(job)}.`;
  }

  async #attempt(act) {
    this.busy = true;
    this.refusal = undefined;
    try {
      await act();
    } catch (failure) {
      this.refusal = failure;
    }
    this.busy = false;
  }

  #begin = ({ detail }) => this.#attempt(async () => this.#say(await this.#watch.begin(detail)));

  #cancel = (job) => this.#attempt(() => this.#watch.cancel(job));

  render() {
    const { jobs, failure } = this.#watch;
    return html`
      <section aria-labelledby="start-job" class="mb-4">
        <h2 id="start-job" class="h6">Start a job</h2>
        <job-form .classes=${this.classes} ?busy=${this.busy} @begin=${this.#begin}></job-form>
        ${this.refusal ? html`<div class="mt-3">${failureNotice(this.refusal)}</div>` : nothing}
      </section>
      <section aria-labelledby="jobs">
        <h2 id="jobs" class="h6">Jobs</h2>
        ${failure ? failureNotice(failure, this.#watch.look) : nothing}
        ${jobs ? jobList(jobs, this.classes, this.#cancel) : failure ? nothing : html`<p class="text-quiet">Looking for jobs …</p>`}
      </section>
      <div class="visually-hidden" role="status" data-said>${this.said}</div>`;
  }
}

customElements.define('jobs-panel', JobsPanel);
