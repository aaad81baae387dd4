import { writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import type { Settings, SettingsPatch } from '../../instances/settings/schema.ts';
import { checkSettings } from '../../instances/settings/settings.ts';
import { namedInstance, type Command, type Typed } from '../command.ts';
import { readSettingsFile } from '../settings-file.ts';

const FILE = 'foyer.yaml';
const options = { file: { type: 'string' }, yes: { type: 'boolean' } } as const;

export const configPull: Command = {
  name: 'config pull',
  usage: `[INSTANCE] [--file ${FILE}]`,
  summary: 'Writes the settings of an instance to a file.',
  words: 1,
  options,
  async run(tools, typed) {
    const instance = await namedInstance(tools, typed.positionals[0]);
    await writeFile(fileOf(typed), stringify(instance.settings));
    tools.print(`Wrote the settings of ${instance.slug} to ${fileOf(typed)}.`);
  },
};

export const configDiff: Command = {
  name: 'config diff',
  usage: `[INSTANCE] [--file ${FILE}]`,
  summary: 'Shows what a file would change in an instance.',
  words: 1,
  options,
  async run(tools, typed) {
    const instance = await namedInstance(tools, typed.positionals[0]);
    const changes = differences(instance.settings, await readSettings(fileOf(typed)));
    tools.print(changes.length === 0 ? 'Nothing would change.' : changes.join('\n'));
  },
};

export const configPush: Command = {
  name: 'config push',
  usage: `[INSTANCE] [--file ${FILE}] [--yes]`,
  summary: 'Gives an instance the settings of a file. Without --yes it only shows what would change.',
  words: 1,
  options,
  async run(tools, typed) {
    const instance = await namedInstance(tools, typed.positionals[0]);
    const wanted = await readSettings(fileOf(typed));
    const changes = differences(instance.settings, wanted);
    if (changes.length === 0) return tools.print('Nothing to change.');
    tools.print(changes.join('\n'));
    if (typed.values['yes'] !== true) return tools.print('\nNothing was changed. Add --yes to do it.');
    await tools.instances.changeSettings(instance.id, wanted as SettingsPatch);
    tools.print(`\nChanged ${instance.slug}.`);
  },
};

function fileOf({ values }: Typed): string {
  return typeof values['file'] === 'string' ? values['file'] : FILE;
}

async function readSettings(file: string): Promise<Settings> {
  return checkSettings(await readSettingsFile(file));
}

/** One line for each entry that differs: `display.application_name: "A" → "B"`. */
export function differences(before: object, after: object, path = ''): string[] {
  return Object.entries(after).flatMap(([key, value]) => {
    const old: unknown = (before as Record<string, unknown>)[key];
    if (isDeepStrictEqual(old, value)) return [];
    const name = path ? `${path}.${key}` : key;
    if (isPlain(old) && isPlain(value)) return differences(old, value, name);
    return [`${name}: ${JSON.stringify(old)} → ${JSON.stringify(value)}`];
  });
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
