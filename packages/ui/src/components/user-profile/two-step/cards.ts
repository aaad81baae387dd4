import { texts as twoStepTexts } from './texts.ts';

/** The cards of the two-step section, in a chunk of their own: most visits to a profile open none of them. */
export { AddAuthenticator } from './add-authenticator.tsx';
export { AddPhoneFactor } from './add-phone-factor.tsx';
export { NewBackupCodes, RegenerateBackupCodes } from './backup-codes.tsx';
export { ChooseMethod } from './choose-method.tsx';
export { RemoveAuthenticator, RemovePhoneFactor } from './remove.tsx';

export const texts: readonly object[] = [twoStepTexts];
