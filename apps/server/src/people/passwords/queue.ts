import { apiError } from '@foyer/protocol/errors';

/**
 * Lets a bounded number of pieces of work run at once and a bounded number wait. Hashing a password
 * takes a core for tens of milliseconds: more at once than there are cores makes everyone wait
 * longer, and an endless queue answers nobody in time.
 */
export class WorkQueue {
  readonly #maxRunning: number;
  readonly #maxWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #begun = 0;

  constructor(limits: { running: number; waiting: number }) {
    this.#maxRunning = limits.running;
    this.#maxWaiting = limits.waiting;
  }

  /** Pieces of work that were begun since the start. */
  get begun(): number {
    return this.#begun;
  }

  /**
   * Runs `work` when its turn comes, first come first served.
   *
   * @throws `service_unavailable` (503, with `Retry-After`) when the queue is full
   */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#maxRunning) {
      if (this.#waiting.length >= this.#maxWaiting) throw apiError('service_unavailable', { retryAfter: 2 });
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#running += 1;
    }
    this.#begun += 1;
    try {
      return await work();
    } finally {
      // The place is handed on, not given back: whoever comes in between cannot jump the queue.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
