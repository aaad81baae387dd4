import type { Command } from './command.ts';
import { COMMANDS } from './commands.ts';

/** What is shown of a command; the server itself is started elsewhere. */
type Described = Pick<Command, 'name' | 'usage' | 'summary'>;

const DESCRIBED: Described[] = [{ name: 'start', usage: '', summary: 'Starts the server.' }, ...COMMANDS];
const CONFIGURED = 'The database and everything else is configured as for the server: docs/configuration.md.';

/** Help for the words after `foyer`, which may be the beginning of several commands' names; `null` when there are none. */
export function helpFor(words: string[]): string | null {
  const asked = words.join(' ');
  const exact = DESCRIBED.filter(({ name }) => asked === name || asked.startsWith(`${name} `));
  const found = exact.length > 0 ? exact : DESCRIBED.filter(({ name }) => asked === '' || name.startsWith(`${asked} `));
  const [only] = found;
  if (!only) return null;
  if (found.length === 1) return `${usageOf(only)}\n\n${only.summary}\n\n${CONFIGURED}`;
  const lines = found.map((one) => `  ${lineOf(one)}\n      ${one.summary}`);
  return `Usage: foyer ${[...words, 'COMMAND'].join(' ')}\n\n${lines.join('\n')}\n\n${CONFIGURED}`;
}

/** How a command is typed. */
export function usageOf(command: Described): string {
  return `Usage: ${lineOf(command)}`;
}

function lineOf({ name, usage }: Described): string {
  return `foyer ${name} ${usage}`.trimEnd();
}
