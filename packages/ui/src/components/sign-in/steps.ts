import { texts as passwordTexts } from '../../foundation/localization/password-texts.ts';
import { texts as stepsTexts } from './steps-texts.ts';

/**
 * The steps after the first, in a chunk of their own: it loads while one types. Reverifications and tasks take some of
 * them from here.
 */
export { AlternativeMethods } from './alternative-methods.tsx';
export { factorKey, startingFirstFactor, usableFirstFactors } from './factors.ts';
export { FactorOne } from './factor-one.tsx';
export { FactorTwo } from './factor-two.tsx';
export { FirstFactor } from './first-factor.tsx';
export { NewPasswordForm } from './new-password-form.tsx';
export { NoMethods } from './no-methods.tsx';
export { ResetPassword } from './reset-password.tsx';
export { SecondFactor } from './second-factor.tsx';
export { SsoCallback } from './sso-callback.tsx';
export { Verify } from './verify.tsx';

export const texts: readonly object[] = [stepsTexts, passwordTexts];
