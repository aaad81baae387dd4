// Rates of things that do the same, measured in turns.

/** How long to measure. `quick` shows that everything runs, and says little about speed. */
export const PACES = {
  full: { rounds: 7, milliseconds: 300, loadSeconds: 2, loadRounds: 4, warmUpSeconds: 15 },
  quick: { rounds: 2, milliseconds: 60, loadSeconds: 1, loadRounds: 1, warmUpSeconds: 1 },
};

/**
 * @typedef {(milliseconds: number) => Promise<number>} Contender runs for about that long and answers its rate per second
 * @typedef {{ rounds: Map<string, number[]> }} Comparison the rates by contender, one a round
 */

/**
 * Lets contenders run in turns (A B C, A B C, …) after one unmeasured turn each, so that whatever else
 * the machine is doing meets all of them alike.
 * @param {Record<string, Contender>} contenders
 * @param {{ rounds: number, milliseconds: number, warmUp?: number }} pace `warmUp` is how long the unmeasured turns take, where that is longer
 * @returns {Promise<Comparison>}
 */
export async function compare(contenders, { rounds, milliseconds, warmUp = milliseconds }) {
  const names = Object.keys(contenders);
  for (const name of names) await contenders[name](warmUp);
  const measured = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) measured.get(name).push(await contenders[name](milliseconds));
  }
  return { rounds: measured };
}

/**
 * The median rate of a contender, per second.
 * @param {Comparison} comparison
 * @param {string} name
 */
export function rateOf({ rounds }, name) {
  return median(rounds.get(name));
}

/**
 * How many times as fast one contender is as another: the median of the rounds, and the least and the
 * greatest of them. Each round is compared with itself, since its two halves met the same machine.
 * @param {Comparison} comparison
 * @param {string} name
 * @param {string} other
 * @returns {{ ratio: number, spread: [number, number] }}
 */
export function ratioOf({ rounds }, name, other) {
  const others = rounds.get(other);
  const ratios = rounds.get(name).map((rate, round) => rate / others[round]);
  return { ratio: median(ratios), spread: [Math.min(...ratios), Math.max(...ratios)] };
}

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Calls between two looks at the clock. */
const BATCH = 16;

/**
 * Work in this process as a contender: called again and again, each call when the one before is done.
 * @param {(turn: number) => unknown} work is told how often it has run before
 * @returns {Contender}
 */
export function repeated(work) {
  let turn = 0;
  return async (milliseconds) => {
    const begun = performance.now();
    const first = turn;
    let now = begun;
    while (now - begun < milliseconds) {
      for (const end = turn + BATCH; turn < end; turn++) {
        const result = work(turn);
        // What is synchronous must not pay for a promise.
        if (result instanceof Promise) await result;
      }
      now = performance.now();
    }
    return ((turn - first) / (now - begun)) * 1000;
  };
}
