/** The jobs of the service, asked for again as long as one is under way: quickly while something moves, slower while nothing does. */
import { cancelJob, createJob, listJobs } from '../api.js';

const SHORTEST_MILLIS = 1000;
const LONGEST_MILLIS = 15000;
const GROWTH = 1.5;

export const isUnderWay = ({ state }) => state === 'queued' || state === 'running';

/** Says `change` when there is news, and `ended` with a job that has come to its end. */
export class JobWatch extends EventTarget {
  /** Newest first; undefined until the service has answered. */
  jobs;
  failure;
  #timer;
  #pause = SHORTEST_MILLIS;
  #abort;

  start() {
    document.addEventListener('visibilitychange', this.#onSight);
    this.look();
  }

  stop() {
    document.removeEventListener('visibilitychange', this.#onSight);
    clearTimeout(this.#timer);
    this.#abort?.abort();
  }

  #onSight = () => document.hidden || this.look();

  /** Asks now. */
  look = async () => {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    try {
      this.#take((await listJobs(abort.signal)).jobs);
      this.failure = undefined;
    } catch (failure) {
      if (abort.signal.aborted) return;
      this.failure = failure;
      this.#pause = Math.min(GROWTH * this.#pause, LONGEST_MILLIS);
    }
    this.dispatchEvent(new Event('change'));
    if ((this.failure || this.jobs.some(isUnderWay)) && !document.hidden) {
      this.#timer = setTimeout(this.look, this.#pause);
    }
  };

  #take(jobs) {
    const before = new Map(this.jobs?.map((job) => [job.jobId, job]));
    const moved = jobs.filter(({ jobId, updatedAt, state }) => {
      const earlier = before.get(jobId);
      return earlier?.updatedAt !== updatedAt || earlier.state !== state;
    });
    this.#pause = moved.length ? SHORTEST_MILLIS : Math.min(GROWTH * this.#pause, LONGEST_MILLIS);
    this.jobs = jobs;
    for (const job of moved) {
      const earlier = before.get(job.jobId);
      if (earlier && isUnderWay(earlier) && !isUnderWay(job)) this.dispatchEvent(new CustomEvent('ended', { detail: job }));
    }
  }

  /** Starts a job and watches it. */
  async begin(job) {
    const begun = await createJob(job);
    this.#pause = SHORTEST_MILLIS;
    await this.look();
    return begun;
  }

  /** Cancels a job; what it has tagged stays tagged. */
  async cancel({ jobId }) {
    await cancelJob(jobId);
    this.#pause = SHORTEST_MILLIS;
    await this.look();
  }
}
