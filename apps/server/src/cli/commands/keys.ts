import { createSecretKey, listSecretKeys, revokeSecretKey } from '../../instances/keys/secret-keys.ts';
import { rotateSigningKey } from '../../instances/keys/signing-keys.ts';
import { instanceContext } from '../../instances/resolve.ts';
import { namedInstance, UsageError, type Command } from '../command.ts';
import { table } from '../table.ts';

export const keysList: Command = {
  name: 'keys list',
  usage: '[INSTANCE]',
  words: 1,
  summary: 'Shows the publishable key and the secret keys (their last characters) of an instance.',
  async run(tools, { positionals }) {
    const instance = await namedInstance(tools, positionals[0]);
    const rows = (await listSecretKeys(instanceContext(tools.platform, instance))).map(({ id, name, hint, createdAt }) => [id, name, `…${hint}`, createdAt.toISOString()]);
    tools.print(`Publishable key: ${instance.publishableKey}\n`);
    tools.print(table(['ID', 'NAME', 'SECRET KEY', 'CREATED'], rows));
  },
};

export const keysCreate: Command = {
  name: 'keys create',
  usage: '[INSTANCE] [--name NAME]',
  words: 1,
  summary: 'Creates another secret key.',
  options: { name: { type: 'string' } },
  async run(tools, { positionals, values }) {
    const instance = await namedInstance(tools, positionals[0]);
    const name = typeof values['name'] === 'string' ? values['name'] : 'Created by the command line';
    tools.print(await createSecretKey(tools.platform, tools.platform.db, instance, { name }));
  },
};

export const keysRevoke: Command = {
  name: 'keys revoke',
  usage: 'KEY-ID [INSTANCE]',
  words: 2,
  summary: 'Revokes a secret key at once.',
  async run(tools, { positionals: [id, name] }) {
    if (!id) throw new UsageError('Name the key by its id; `foyer keys list` shows them.');
    const instance = await namedInstance(tools, name);
    if (!(await revokeSecretKey(instanceContext(tools.platform, instance), id))) throw new UsageError(`The instance ${instance.slug} has no key ${id}.`);
    tools.print(`Revoked ${id}.`);
  },
};

export const keysRoll: Command = {
  name: 'keys roll',
  usage: '[INSTANCE]',
  words: 1,
  summary: 'Replaces the key that signs session tokens. Tokens of the old one stay valid until they expire, for a day at most.',
  async run(tools, { positionals }) {
    const instance = await namedInstance(tools, positionals[0]);
    const kid = await rotateSigningKey(instanceContext(tools.platform, instance));
    tools.print(`New tokens are signed with ${kid}. Replace CLERK_JWT_KEY where you set it.`);
  },
};
