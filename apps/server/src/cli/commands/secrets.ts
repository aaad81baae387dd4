import { readFile } from 'node:fs/promises';
import { INSTANCE_SECRETS, removeSecret, setSecret, type InstanceSecretName } from '../../instances/secrets/service.ts';
import { instanceContext } from '../../instances/resolve.ts';
import { namedInstance, UsageError, type Command } from '../command.ts';

const NAMES = Object.keys(INSTANCE_SECRETS) as InstanceSecretName[];

export const secretsSet: Command = {
  name: 'secrets set',
  usage: 'NAME [INSTANCE] --file FILE',
  words: 2,
  summary: 'Keeps a secret of another service for an instance, encrypted. It is read from a file, or from --file /dev/stdin.',
  options: { file: { type: 'string' } },
  async run(tools, { positionals: [name, where], values: { file } }) {
    const known = requireName(name);
    if (typeof file !== 'string') throw new UsageError('Name the file that holds the secret with --file: on the command line others would see it.');
    const instance = await namedInstance(tools, where);
    const value = (await readText(file)).trim();
    if (value === '') throw new UsageError(`The file ${file} is empty.`);
    await setSecret(instanceContext(tools.platform, instance), known, value);
    tools.print(`Kept ${known} of ${instance.slug}.`);
  },
};

export const secretsRemove: Command = {
  name: 'secrets remove',
  usage: 'NAME [INSTANCE]',
  words: 2,
  summary: 'Forgets a secret that `foyer secrets set` has kept.',
  async run(tools, { positionals: [name, where] }) {
    const known = requireName(name);
    const instance = await namedInstance(tools, where);
    if (!(await removeSecret(instanceContext(tools.platform, instance), known))) throw new UsageError(`The instance ${instance.slug} has no ${known}.`);
    tools.print(`Removed ${known} of ${instance.slug}.`);
  },
};

function requireName(name: string | undefined): InstanceSecretName {
  const known = NAMES.find((one) => one === name);
  if (!known) throw new UsageError(`Name one of these secrets:\n${NAMES.map((one) => `  ${one}: ${INSTANCE_SECRETS[one]}`).join('\n')}`);
  return known;
}

async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new UsageError(`The file ${file} cannot be read.`);
  });
}
