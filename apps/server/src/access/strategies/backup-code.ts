import { apiError } from '@foyer/protocol/errors';
import { useBackupCode } from '../../people/backup-codes/service.ts';
import { recordVerified } from '../../people/verifications/service.ts';
import { phoneCode } from './phone-code.ts';
import { requireCode, type Strategy } from './strategy.ts';
import { totp } from './totp.ts';

const name = 'backup_code';

/** One of the codes that someone wrote down for the day on which they have none of their other second factors at hand. */
export const backupCode: Strategy = {
  name,

  secondFactors(identity, settings) {
    if (!identity.hasBackupCodes || !settings.attributes.backup_code.enabled) return [];
    const standsInFor = [phoneCode, totp].flatMap((strategy) => strategy.secondFactors?.(identity, settings) ?? []);
    return standsInFor.length > 0 ? [{ strategy: name }] : [];
  },

  async attempt(_ctx, { person, clientId }, proof) {
    const code = requireCode(proof);
    return async (ctx) => {
      const correct = person !== null && (await useBackupCode(ctx, person.user.id, code));
      if (!correct) return { refusal: apiError('form_code_incorrect', { param: 'code', longMessage: 'This backup code is not correct, or has been used before. Try another one.' }), counts: true };
      return { verification: await recordVerified(ctx, { strategy: name, clientId }) };
    };
  },
};
