import { Default, Errors } from 'typebox/value';
import type { Json } from '../../platform/database/tables.ts';
import { SettingsError } from './error.ts';
import { requireFitting } from './fit.ts';
import { SettingsSchema, type Settings, type SettingsPatch } from './schema.ts';

declare module '../../platform/context.ts' {
  interface Instance {
    readonly settings: Settings;
  }
}

export { SettingsError } from './error.ts';

/**
 * Completes a stored or given document with the defaults and checks it.
 *
 * @throws SettingsError naming the first entry that is wrong.
 */
export function completeSettings(document: unknown): Settings {
  const complete = Default(SettingsSchema, structuredClone(document ?? {}));
  const [problem] = Errors(SettingsSchema, complete);
  if (problem) throw new SettingsError(problem.instancePath.slice(1).replaceAll('/', '.') || '(root)', described(problem));
  return complete as Settings;
}

/** An entry that the schema does not know has `false` for its schema. */
function described({ keyword, message }: { keyword: string; message: string }): string {
  return keyword === 'boolean' ? 'is not known' : message;
}

/**
 * {@link completeSettings} for a document that is about to be stored: its entries must fit together, too.
 *
 * @throws SettingsError naming the first entry that is wrong.
 */
export function checkSettings(document: unknown): Settings {
  const complete = completeSettings(document);
  requireFitting(complete);
  return complete;
}

/** `base` with the entries of `patch` in place; sections merge, everything else is replaced. */
export function mergeSettings(base: Json, patch: SettingsPatch): Json {
  return merge(SettingsSchema.properties, base, patch);
}

function merge(schema: Properties, base: object, patch: object): Json {
  const merged: Json = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    const existing = merged[key];
    const section = propertiesOf(schema[key]);
    // An object that is one value, such as a set of claims, has no properties in the schema.
    merged[key] = section && isPlainObject(value) && isPlainObject(existing) ? merge(section, existing, value) : value;
  }
  return merged;
}

type Properties = Record<string, object>;

function propertiesOf(schema: object | undefined): Properties | undefined {
  return (schema as { properties?: Properties } | undefined)?.properties;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
