import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { Instances } from './instances/instances/service.ts';
import { SecretKeyError } from './instances/keys/secret-keys.ts';
import { SettingsError } from './instances/settings/settings.ts';
import { openPlatform } from './open-platform.ts';
import { ConfigError, readConfig } from './platform/config.ts';
import { DatabaseError } from './platform/database/errors.ts';
import { UsageError, type Command, type Typed } from './cli/command.ts';
import { COMMANDS } from './cli/commands.ts';
import { fileProblem } from './cli/file-problem.ts';
import { helpFor, usageOf } from './cli/help.ts';
import { Interrupted } from './cli/interrupt.ts';

/** What a person can mend; anything else is a fault of ours and shown with its stack. */
const EXPECTED = [UsageError, ConfigError, DatabaseError, SettingsError, SecretKeyError];

/** As a shell reports a program that Ctrl-C has ended. */
const INTERRUPTED = 130;

const print = (line: string): void => console.log(line);
const complain = (line: string): void => console.error(line);

/**
 * Runs `foyer` with the words after its name.
 *
 * @returns the exit code: 0 when done, 1 when not
 */
async function runCli(words: string[]): Promise<number> {
  const asked = words.filter((word) => word !== '--help' && word !== '-h');
  if (words.length === 0 || asked.length < words.length || words[0] === 'help') return showHelp(asked[0] === 'help' ? asked.slice(1) : asked);
  if (words.join(' ') === 'start') {
    await import('./main.ts');
    return 0;
  }
  const command = COMMANDS.find(({ name }) => words.slice(0, name.split(' ').length).join(' ') === name);
  if (!command) return refuse(words);
  try {
    await runCommand(command, words.slice(command.name.split(' ').length));
    return Number(process.exitCode ?? 0);
  } catch (error) {
    complain(explain(error, command));
    return error instanceof Interrupted ? INTERRUPTED : 1;
  }
}

function showHelp(words: string[]): number {
  const help = helpFor(words);
  if (help === null) return refuse(words);
  print(help);
  return 0;
}

/** Nothing that can be run: the beginning of a command's name, or a word that none begins with. */
function refuse(words: string[]): number {
  const [first = ''] = words;
  if (first === 'start') complain('`foyer start` takes no options: the server is configured by environment variables, for example PORT=5000 (docs/configuration.md).');
  else complain(helpFor(words) ?? `There is no command \`foyer ${words.join(' ')}\`.\n\n${helpFor([first]) ?? '`foyer help` shows those that there are.'}`);
  return 1;
}

async function runCommand(command: Command, words: string[]): Promise<void> {
  const typed = read(command, words);
  const { platform, database } = await openPlatform(readConfig(process.env), pino({ level: 'warn' }, pino.destination(2)));
  try {
    await command.run({ platform, instances: new Instances(platform), print }, typed);
  } finally {
    await database.close();
  }
}

/** @throws UsageError or an error of `parseArgs` when these are no words for this command */
function read(command: Command, words: string[]): Typed {
  const { positionals, values } = parseArgs({ args: words, options: command.options ?? {}, allowPositionals: true });
  const surplus = positionals[command.words ?? 0];
  if (surplus !== undefined) throw new UsageError(`\`foyer ${command.name}\` has no use for "${surplus}".`);
  return { positionals, values: values as Typed['values'] };
}

/** What is said of a failure. @throws it when nobody can have expected it */
function explain(error: unknown, command: Command): string {
  if (isParseError(error)) return `${firstSentence(error.message)}\n\n${usageOf(command)}`;
  if (error instanceof UsageError) return `${error.message}\n\n${usageOf(command)}`;
  if (error instanceof Interrupted || (error instanceof Error && EXPECTED.some((kind) => error instanceof kind))) return error.message;
  const problem = fileProblem(error);
  if (problem === null) throw error;
  return problem;
}

function isParseError(error: unknown): error is TypeError {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** Node goes on with advice on words that begin with a dash, which nobody wanted to type here. */
function firstSentence(message: string): string {
  return message.replace(/\. To specify .*/s, '.');
}

// Who reads the output may have seen enough (`foyer help | head`); the work goes on all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
process.exitCode = await runCli(process.argv.slice(2));
