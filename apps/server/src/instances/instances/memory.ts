import { LRUCache } from 'lru-cache';
import { SECOND } from '../../platform/clock.ts';

/** A node that did not make a change itself sees it after this time at the latest. */
const TTL = 5 * SECOND;

/** Remembers for a moment what was found. */
export class Memory<Found extends object | null> {
  readonly #found = new LRUCache<string, Promise<Found>>({ max: 10_000, ttl: TTL, ttlResolution: TTL / 10 });

  /** Whoever asks while an answer is on its way waits for the same one: many requests come at once. */
  recall(key: string, find: () => Promise<Found>): Promise<Found> {
    const known = this.#found.get(key);
    if (known) return known;
    const found = find();
    this.#found.set(key, found);
    // A failure is for those who are waiting now; the next one asks again.
    found.catch(() => {
      if (this.#found.peek(key) === found) this.#found.delete(key);
    });
    return found;
  }

  clear(): void {
    this.#found.clear();
  }
}
