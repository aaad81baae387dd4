import type { Instance } from '../../platform/context.ts';

/** Shorter words are in too many good passwords. */
const SHORTEST = 4;

/**
 * Whether a password is nothing but a word that everybody would try here, whatever digits and signs
 * are around it: the name of the application or a word of it, or a part of the host it is reached at.
 */
export function isContextWord({ settings, fapiHost }: Pick<Instance, 'settings' | 'fapiHost'>, password: string): boolean {
  const name = settings.display.application_name;
  const words = [lettersOf(name), ...[...name.split(/[^\p{L}]+/u), ...fapiHost.split(/[.-]/)].map(lettersOf)];
  const letters = lettersOf(password);
  return letters.length >= SHORTEST && words.includes(letters);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}]/gu, '');
}
