import { interpolate, type TextPart, type TextValues } from './interpolate.ts';
import type { TextKey } from './keys.ts';

/** Looks up interface texts by their documented key. */
export interface Translator {
  /** The text, interpolated. */
  (key: TextKey, values?: TextValues): string;
  /** The text in pieces, for texts that hold links. */
  parts(key: TextKey, values?: TextValues): TextPart[];
  /** The text if there is one: for keys known only at run time, such as `unstable__errors.<code>`. */
  find(path: string, values?: TextValues): string | undefined;
  /** The same with more English texts to fall back on. */
  with(more: readonly object[]): Translator;
  /** Locale for dates and numbers. */
  locale: string;
}

function at(tree: unknown, path: string): string | undefined {
  let node = tree;
  for (const step of path.split('.')) {
    if (typeof node !== 'object' || node === null) return undefined;
    node = (node as Record<string, unknown>)[step];
  }
  return typeof node === 'string' ? node : undefined;
}

/**
 * @param defaults English texts: the foundation's and the component's.
 * @param localization the app's `localization` option, any part of the tree.
 * @param always values every text may use, e.g. `applicationName`.
 */
export function createTranslator(defaults: readonly object[], localization: unknown, always: TextValues): Translator {
  const trees = [localization, ...defaults];
  const raw = (path: string) => {
    for (const tree of trees) {
      const text = at(tree, path);
      if (text !== undefined) return text;
    }
    return undefined;
  };
  const parts = (path: string, values?: TextValues) => interpolate(raw(path) ?? path, { ...always, ...values });
  const join = (pieces: TextPart[]) => pieces.map(piece => (typeof piece === 'string' ? piece : piece.link)).join('');

  return Object.assign((key: TextKey, values?: TextValues) => join(parts(key, values)), {
    parts,
    find: (path: string, values?: TextValues) => (raw(path) === undefined ? undefined : join(parts(path, values))),
    with: (more: readonly object[]) => createTranslator([...defaults, ...more], localization, always),
    locale: raw('locale') ?? 'en-US',
  });
}
