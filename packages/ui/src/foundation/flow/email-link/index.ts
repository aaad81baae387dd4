import { texts as emailLinkTexts } from './texts.ts';

/** Email links, in a chunk of their own: few instances have them. */
export { VerifyLink } from './verify.tsx';
export { WaitingForm, type EmailLinkFlow } from './waiting-form.tsx';

export const texts: readonly object[] = [emailLinkTexts];
