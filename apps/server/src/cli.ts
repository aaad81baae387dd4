import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { Instances } from './instances/instances/service.ts';
import { SecretKeyError } from './instances/keys/secret-keys.ts';
import { SettingsError } from './instances/settings/settings.ts';
import { openPlatform } from './open-platform.ts';
import { ConfigError, readConfig } from './platform/config.ts';
import { DatabaseError } from './platform/database/errors.ts';
import { UsageError, type Command } from './cli/command.ts';
import { COMMANDS } from './cli/commands.ts';

const EXPECTED = [UsageError, ConfigError, DatabaseError, SettingsError, SecretKeyError];

/**
 * Runs `foyer` with the words after its name.
 *
 * @returns the exit code: 0 when done, 1 when not
 */
async function runCli(words: string[], print: (line: string) => void = console.log): Promise<number> {
  if (words[0] === 'start') {
    await import('./main.ts');
    return 0;
  }
  const command = COMMANDS.find(({ name }) => words.slice(0, name.split(' ').length).join(' ') === name);
  if (!command) {
    print(help());
    return words.length === 0 || words[0] === 'help' || words[0] === '--help' ? 0 : 1;
  }
  try {
    await runCommand(command, words.slice(command.name.split(' ').length), print);
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (!EXPECTED.some((kind) => error instanceof kind) && !isParseError(error)) throw error;
    print(`${(error as Error).message}\n\nUsage: foyer ${command.name} ${command.usage}`);
    return 1;
  }
}

async function runCommand(command: Command, words: string[], print: (line: string) => void): Promise<void> {
  const typed = parseArgs({ args: words, options: command.options ?? {}, allowPositionals: true });
  const { platform, database } = await openPlatform(readConfig(process.env), pino({ level: 'warn' }, pino.destination(2)));
  try {
    await command.run({ platform, instances: new Instances(platform), print }, { positionals: typed.positionals, values: typed.values as Record<string, string | boolean | undefined> });
  } finally {
    await database.close();
  }
}

function isParseError(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function help(): string {
  const lines = [{ name: 'start', usage: '', summary: 'Starts the server.' }, ...COMMANDS].map(({ name, usage, summary }) => `  foyer ${name} ${usage}`.trimEnd() + `\n      ${summary}`);
  return `Usage: foyer COMMAND\n\n${lines.join('\n')}\n\nThe database and everything else is configured as for the server: docs/configuration.md.`;
}

process.exitCode = await runCli(process.argv.slice(2));
