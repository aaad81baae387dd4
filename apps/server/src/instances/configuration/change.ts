import { apiError } from '@foyer/protocol/errors';
import type { Context, Instance } from '../../platform/context.ts';
import type { Instances } from '../instances/service.ts';
import type { SettingsPatch } from '../settings/schema.ts';
import { SettingsError } from '../settings/settings.ts';

/** Changes some of an instance's settings; gives the instance as it is then. */
export type ChangeSettings = (ctx: Context, patch: SettingsPatch) => Promise<Instance>;

/** A change of settings that says what is wrong in the words of the API. */
export function changeSettingsOf(instances: Instances): ChangeSettings {
  return async (ctx, patch) => {
    try {
      return await instances.changeSettings(ctx.instance.id, patch);
    } catch (error) {
      if (error instanceof SettingsError) throw apiError(error.code, { param: error.path.split('.').at(-1) ?? error.path, cause: error });
      throw error;
    }
  };
}

/** What of a set of values was given: neither absent nor `null`. */
export function given<Values extends object>(values: Values): { [Name in keyof Values]?: NonNullable<Values[Name]> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(entries) as { [Name in keyof Values]?: NonNullable<Values[Name]> };
}
