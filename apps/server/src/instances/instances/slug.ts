import { randomInt } from 'node:crypto';

const ADJECTIVES = ['amber', 'brave', 'calm', 'clear', 'eager', 'early', 'fair', 'fond', 'gentle', 'glad', 'golden', 'happy', 'kind', 'light', 'lively', 'lucky', 'merry', 'mild', 'noble', 'proud', 'quick', 'quiet', 'ready', 'rosy', 'sunny', 'swift', 'warm', 'wise'];
const ANIMALS = ['badger', 'bear', 'crane', 'deer', 'dove', 'eagle', 'falcon', 'finch', 'fox', 'hare', 'heron', 'horse', 'ibex', 'jay', 'koala', 'lark', 'lynx', 'marten', 'moose', 'otter', 'owl', 'panda', 'raven', 'robin', 'seal', 'swan', 'tiger', 'wren'];

/** A name for a development instance, such as `quiet-otter-42`: two words and a number, as SDKs expect of its host. */
export function createSlug(): string {
  return `${pick(ADJECTIVES)}-${pick(ANIMALS)}-${randomInt(1, 100)}`;
}

function pick(words: readonly string[]): string {
  const word = words[randomInt(words.length)];
  if (word === undefined) throw new RangeError('There is no word to pick.');
  return word;
}
