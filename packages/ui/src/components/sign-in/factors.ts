/** A way to prove who one is, as far as the interface needs to know it. */
export interface Factor {
  strategy: string;
  safeIdentifier?: string | undefined;
  emailAddressId?: string | undefined;
  phoneNumberId?: string | undefined;
  primary?: boolean | undefined;
  default?: boolean | undefined;
}

/** First factors this interface can lead somebody through, the most convenient first. */
const firstOrder = ['password', 'passkey', 'email_link', 'email_code', 'phone_code'];
const secondOrder = ['totp', 'phone_code', 'email_code', 'backup_code'];

export const isReset = (factor: Factor) => factor.strategy === 'reset_password_email_code' || factor.strategy === 'reset_password_phone_code';

/** One key a factor, to tell two email addresses apart. */
export const factorKey = (factor: Factor) => `${factor.strategy}:${factor.emailAddressId ?? factor.phoneNumberId ?? ''}`;

const usable = (factors: readonly Factor[] | null | undefined, order: readonly string[]) =>
  (factors ?? [])
    .filter(factor => order.includes(factor.strategy))
    .sort((a, b) => order.indexOf(a.strategy) - order.indexOf(b.strategy));

export const usableFirstFactors = (factors: readonly Factor[] | null | undefined) => usable(factors, firstOrder);
export const usableSecondFactors = (factors: readonly Factor[] | null | undefined) => usable(factors, secondOrder);

/**
 * The first factor to offer at once: the password if the instance prefers passwords and the account has one; else a
 * code to the address the person just typed, then to the primary one.
 *
 * @param identifier what was typed.
 * @param preferred `displayConfig.preferredSignInStrategy`.
 */
export function startingFirstFactor(
  factors: readonly Factor[] | null | undefined,
  identifier: string | null | undefined,
  preferred: 'password' | 'otp' | string,
): Factor | undefined {
  const candidates = usableFirstFactors(factors);
  const password = candidates.find(factor => factor.strategy === 'password');
  if (password && preferred === 'password') return password;
  const codes = candidates.filter(factor => factor.strategy !== 'password');
  return codes.find(factor => factor.safeIdentifier === identifier) ?? codes.find(factor => factor.primary) ?? codes[0] ?? password;
}

/** The second factor to offer at once: the one marked default, else the strongest. */
export function startingSecondFactor(factors: readonly Factor[] | null | undefined): Factor | undefined {
  const candidates = usableSecondFactors(factors);
  return candidates.find(factor => factor.strategy === 'totp') ?? candidates.find(factor => factor.default) ?? candidates[0];
}

/** How a forgotten password is replaced: by a code to the number, for who typed a number, else preferably by email. */
export function resetFactor(factors: readonly Factor[], identifier: string | null | undefined): Factor | undefined {
  const preferred = identifier?.startsWith('+') ? 'reset_password_phone_code' : 'reset_password_email_code';
  return factors.find(({ strategy }) => strategy === preferred) ?? factors.find(isReset);
}
