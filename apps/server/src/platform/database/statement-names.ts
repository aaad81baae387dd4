import { LRUCache } from 'lru-cache';

/** Statements that are asked less often are not worth keeping a plan for on every connection. */
const OFTEN = 3;
/** Names at most: each costs the database server some kilobytes on every connection. */
const MOST_NAMES = 256;
/** Statements whose uses are counted; lists of varying length make ever new ones. */
const MOST_COUNTED = 1000;
/** How best to search depends on what is searched for: such statements are planned each time. */
const SEARCHES = /\bi?like\b/i;

/**
 * Names for the statements that a program sends again and again. PostgreSQL parses and plans a named
 * statement once on each connection, and runs it from then on by its name.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  readonly #uses = new LRUCache<string, number>({ max: MOST_COUNTED });
  #given = 0;

  /** The name under which to send a statement, or `undefined` while it is seldom used. */
  nameOf(text: string): string | undefined {
    const name = this.#names.get(text);
    if (name !== undefined || this.#names.size >= MOST_NAMES || SEARCHES.test(text)) return name;
    const uses = (this.#uses.get(text) ?? 0) + 1;
    if (uses < OFTEN) {
      this.#uses.set(text, uses);
      return undefined;
    }
    this.#uses.delete(text);
    return this.#give(text);
  }

  /** Begins anew; a name that was in use is never given again, because connections know what it stood for. */
  forget(): void {
    this.#names.clear();
    this.#uses.clear();
  }

  #give(text: string): string {
    const name = `foyer_${++this.#given}`;
    this.#names.set(text, name);
    return name;
  }
}
