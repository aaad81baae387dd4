import { apiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';
import { isBreached } from './breached.ts';
import { isContextWord } from './context-words.ts';
import { checkPasswordRules } from './rules.ts';
import { checkStrength, tooWeak } from './strength.ts';

/**
 * Checks a password that someone chooses against everything the instance asks of one. May ask a
 * service, and so must not be called inside a transaction.
 *
 * @param param name of the parameter, for errors
 * @throws the `form_password_*` error that applies; those of the rules together
 */
export async function checkNewPassword(ctx: Context, password: string, param = 'password'): Promise<void> {
  const { settings } = ctx.instance;
  checkPasswordRules(settings, password, param);
  if (isContextWord(ctx.instance, password)) throw tooWeak(param, ['anotherWord']);
  await checkStrength(settings.password.min_zxcvbn_strength, password, param);
  if (!settings.password.disable_hibp && (await isBreached(ctx, password))) throw apiError('form_password_pwned', { param });
}
