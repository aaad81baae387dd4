import type { Command } from './command.ts';
import { configDiff, configPull, configPush } from './commands/config.ts';
import { doctor } from './commands/doctor.ts';
import { instancesCreate, instancesList } from './commands/instances.ts';
import { keysCreate, keysList, keysRevoke, keysRoll } from './commands/keys.ts';
import { secretsRemove, secretsSet } from './commands/secrets.ts';
import { usersExport, usersImport } from './commands/users.ts';

/** Opening the platform brings the database up to date; this command does only that. */
const migrate: Command = { name: 'migrate', usage: '', summary: 'Brings the database up to date.', run: async ({ print }) => print('The database is up to date.') };

/** Everything that `foyer` can do to an installation, besides starting it. */
export const COMMANDS: Command[] = [migrate, instancesList, instancesCreate, keysList, keysCreate, keysRevoke, keysRoll, configPull, configDiff, configPush, secretsSet, secretsRemove, usersImport, usersExport, doctor];
