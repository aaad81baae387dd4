import { createInstance } from '../../instances/instances/service.ts';
import { NEW_INSTANCE_SETTINGS } from '../../instances/settings/new-instances.ts';
import type { SettingsPatch } from '../../instances/settings/schema.ts';
import { mergeSettings } from '../../instances/settings/settings.ts';
import { UsageError, type Command } from '../command.ts';
import { readSettingsFile } from '../settings-file.ts';
import { table } from '../table.ts';

export const instancesList: Command = {
  name: 'instances list',
  usage: '',
  summary: 'Shows all instances.',
  async run({ instances, print }) {
    const rows = (await instances.all()).map(({ slug, environmentType, fapiHost, id, settings }) => [slug, environmentType, fapiHost, id, settings.display.application_name]);
    if (rows.length === 0) return print('There is no instance yet. `foyer instances create` makes one, and so does the first start of the server.');
    print(table(['SLUG', 'TYPE', 'FRONTEND API HOST', 'ID', 'APPLICATION'], rows));
  },
};

const HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}(?::\d{1,5})?$/;

export const instancesCreate: Command = {
  name: 'instances create',
  usage: '[--production --host clerk.example.com] [--name NAME] [--slug SLUG] [--secret-key KEY] [--settings FILE]',
  summary: 'Creates an instance. With a host and a key of your choice, an app that moves here keeps those compiled into it.',
  options: {
    production: { type: 'boolean' },
    host: { type: 'string' },
    name: { type: 'string' },
    slug: { type: 'string' },
    'secret-key': { type: 'string' },
    settings: { type: 'string' },
  },
  async run({ platform, instances, print }, { values }) {
    instances.forget();
    const production = values['production'] === true;
    const host = textOf(values['host']);
    if (production && !host) throw new UsageError('A production instance needs the host of its Frontend API, for example --host clerk.example.com.');
    if (host && !HOST.test(host)) throw new UsageError(`${host} is not a host name. Write it without https:// and in lower case, for example clerk.example.com.`);
    if (host && (await instances.byHost(host))) throw new UsageError(`There is an instance with the host ${host} already.`);
    const slug = textOf(values['slug']);
    if (slug && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) throw new UsageError('A slug consists of lower-case letters, digits and single dashes.');
    if (slug && (await instances.bySlug(slug))) throw new UsageError(`There is an instance ${slug} already.`);
    const settings = textOf(values['settings']);
    // Who brings a key moves an app here, and its settings are those that it names.
    const ownKey = textOf(values['secret-key']);

    const { instance, secretKey } = await createInstance(platform, {
      environmentType: production ? 'production' : 'development',
      ...(host ? { fapiHost: host } : {}),
      ...(slug ? { slug } : {}),
      ...(textOf(values['name']) ? { applicationName: textOf(values['name']) } : {}),
      ...(ownKey ? { secretKey: ownKey } : {}),
      settings: mergeSettings(ownKey ? {} : { ...NEW_INSTANCE_SETTINGS }, settings ? ((await readSettingsFile(settings)) as SettingsPatch) : {}),
    });
    print(`Created the ${instance.environmentType} instance ${instance.slug} (${instance.id}).\n`);
    print(`CLERK_PUBLISHABLE_KEY=${instance.publishableKey}\nCLERK_SECRET_KEY=${secretKey}`);
    if (production) print('\nThe secret key is shown only now. Keep it.');
  },
};

function textOf(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
