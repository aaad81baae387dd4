import { existsSync } from 'node:fs';
import { instanceContext } from '../../instances/resolve.ts';
import { FORMATS, type Format } from '../../people/transfer/batches.ts';
import { exportUsers } from '../../people/transfer/export.ts';
import { ImportError, importUsers } from '../../people/transfer/import.ts';
import { RejectsFile } from '../../people/transfer/rejects.ts';
import { errorCode } from '../../platform/database/errors.ts';
import { namedInstance, UsageError, type Command, type Typed } from '../command.ts';
import { interruptible } from '../interrupt.ts';
import { Progress } from '../progress.ts';

const STOPPED = 'Stopped. The same command with --resume goes on from here.';
const FORMAT_NAMES = Object.keys(FORMATS).join('|');

export const usersImport: Command = {
  name: 'users import',
  usage: `FILE [--instance INSTANCE] [--format ${FORMAT_NAMES}] [--rejects FILE] [--resume]`,
  summary: 'Brings the users of an export into an instance. What cannot become a user is listed, with its line, in a file of its own.',
  words: 1,
  options: { instance: { type: 'string' }, format: { type: 'string' }, rejects: { type: 'string' }, resume: { type: 'boolean' } },
  async run(tools, typed) {
    const path = fileOf(typed);
    const instance = await namedInstance(tools, text(typed, 'instance'));
    const rejects = new RejectsFile(text(typed, 'rejects') ?? `${path}.rejects`);
    const progress = new Progress();
    try {
      const done = await interruptible(STOPPED, (signal) =>
        importUsers(instanceContext(tools.platform, instance), {
          path,
          format: formatOf(typed),
          resume: typed.values['resume'] === true,
          rejects,
          signal,
          onProgress: ({ records, rejected }, share) => progress.show(records, share, rejected > 0 ? `, ${rejected} rejected` : ''),
        }),
      );
      progress.end();
      tools.print(`Imported ${people(done.imported)} into ${instance.slug}.`);
      if (done.rejected > 0) tools.print(`Rejected ${done.rejected}: ${rejects.path} says why, line by line.`);
    } catch (error) {
      progress.end();
      throw explained(error, path);
    }
  },
};

export const usersExport: Command = {
  name: 'users export',
  usage: `FILE [--instance INSTANCE] [--format ${FORMAT_NAMES}] [--with-secrets] [--resume]`,
  summary: 'Writes all users of an instance to a file. Secrets of authenticator apps and backup codes are left out unless you ask for them.',
  words: 1,
  options: { instance: { type: 'string' }, format: { type: 'string' }, 'with-secrets': { type: 'boolean' }, resume: { type: 'boolean' } },
  async run(tools, typed) {
    const path = fileOf(typed);
    const instance = await namedInstance(tools, text(typed, 'instance'));
    const progress = new Progress();
    try {
      const written = await interruptible(STOPPED, (signal) =>
        exportUsers(instanceContext(tools.platform, instance), {
          path,
          format: formatOf(typed),
          withSecrets: typed.values['with-secrets'] === true,
          resume: typed.values['resume'] === true,
          signal,
          onProgress: (done, total) => progress.show(done, total > 0 ? done / total : 1),
        }),
      );
      progress.end();
      tools.print(`Exported ${people(written)} of ${instance.slug} to ${path}. It holds password hashes: keep it as safe as the database.`);
    } catch (error) {
      progress.end();
      throw explained(error, path);
    }
  },
};

function fileOf({ positionals }: Typed): string {
  const [path] = positionals;
  if (path === undefined) throw new UsageError('Name the file.');
  return path;
}

function formatOf(typed: Typed): Format {
  const format = text(typed, 'format') ?? 'foyer';
  if (!Object.hasOwn(FORMATS, format)) throw new UsageError(`There is no format ${format}. The formats are: ${Object.keys(FORMATS).join(', ')}.`);
  return format as Format;
}

function text({ values }: Typed, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

function people(count: number): string {
  return count === 1 ? '1 user' : `${count} users`;
}

/** What went wrong with the file, in words; anything else as it is. */
function explained(error: unknown, path: string): unknown {
  if (error instanceof ImportError) return new UsageError(error.message);
  switch (errorCode(error)) {
    case 'ENOENT':
      return existsSync(path) ? error : new UsageError(`There is no file ${path}.`);
    case 'EISDIR':
      return new UsageError(`${path} is a folder. Name a file.`);
    case 'EEXIST':
      return new UsageError(`${path} is there already. Name another file, or add --resume to go on with an export that was cut off.`);
    default:
      return error;
  }
}
