import { LONGEST_RECORD } from './json-lines.ts';
import { parsed, type SourceRecord } from './source-record.ts';

/**
 * The elements of a file that is one JSON array of objects, each as soon as it has been read: such a
 * file may be larger than the memory. Only brackets and quotes are looked at here; `JSON.parse` judges the rest.
 */
export async function* jsonArray(chunks: AsyncIterable<string>): AsyncGenerator<SourceRecord> {
  let depth = 0;
  let line = 1;
  let inText = false;
  let escaped = false;
  let element = { line: 0, text: '' };
  for await (const chunk of chunks) {
    let begun = 0;
    for (let at = 0; at < chunk.length; at++) {
      const character = chunk.charCodeAt(at);
      if (character === NEWLINE) line++;
      if (inText) {
        if (escaped) escaped = false;
        else if (character === BACKSLASH) escaped = true;
        else if (character === QUOTE) inText = false;
      } else if (character === QUOTE) inText = true;
      else if (OPENING.has(character)) {
        // The first bracket is the array's own.
        if (++depth === 2) [begun, element] = [at, { line, text: '' }];
      } else if (CLOSING.has(character) && --depth === 1) {
        yield parsed(element.line, element.text + chunk.slice(begun, at + 1));
      }
    }
    if (depth > 1) element.text += chunk.slice(begun);
    if (element.text.length > LONGEST_RECORD && depth > 1) throw new Error(`The element of the array that begins in line ${element.line} is longer than ${LONGEST_RECORD} characters.`);
  }
  if (depth > 0) yield { line, problem: 'The file ends in the middle of its array: something is missing here.' };
}

const [NEWLINE, QUOTE, BACKSLASH] = [0x0a, 0x22, 0x5c];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);
