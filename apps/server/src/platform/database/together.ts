import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Finds what each of several wishes asks for, in their order; `undefined` where there is nothing. */
type FindAll<Wish, Found> = (db: Kysely<Tables>, wishes: readonly Wish[]) => Promise<readonly (Found | undefined)[]>;

interface Round<Wish, Found> {
  wishes: Wish[];
  found: Promise<readonly (Found | undefined)[]>;
}

/**
 * Lets requests that arrive at the same moment share one query: under load a round trip to the database
 * costs more than finding another row. Nothing is remembered: each wish is looked up after it was made.
 *
 * @returns finds what one wish asks for; fails when the query that it went with fails
 */
export function together<Wish, Found>(findAll: FindAll<Wish, Found>): (db: Kysely<Tables>, wish: Wish) => Promise<Found | undefined> {
  const open = new WeakMap<Kysely<Tables>, Round<Wish, Found>>();

  async function find(db: Kysely<Tables>, wishes: readonly Wish[]) {
    await endOfTurn();
    open.delete(db);
    return findAll(db, wishes);
  }

  function begin(db: Kysely<Tables>): Round<Wish, Found> {
    const wishes: Wish[] = [];
    const round = { wishes, found: find(db, wishes) };
    open.set(db, round);
    return round;
  }

  return async (db, wish) => {
    const { wishes, found } = open.get(db) ?? begin(db);
    const place = wishes.push(wish) - 1;
    return (await found)[place];
  };
}

/** Once everything has been read that has arrived by now. */
function endOfTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
