import type { texts as accountSwitcher } from '../../components/account-switcher/texts.ts';
import type { texts as impersonation } from '../../components/impersonation/texts.ts';
import type { texts as signIn } from '../../components/sign-in/texts.ts';
import type { texts as signInSteps } from '../../components/sign-in/steps-texts.ts';
import type { texts as signUp } from '../../components/sign-up/texts.ts';
import type { texts as tasks } from '../../components/tasks/texts.ts';
import type { texts as userButton } from '../../components/user-button/texts.ts';
import type { texts as userProfile } from '../../components/user-profile/texts.ts';
import type { texts as twoStep } from '../../components/user-profile/two-step/texts.ts';
import type { texts as wallets } from '../../components/user-profile/wallets/texts.ts';
import type { texts as userVerification } from '../../components/user-verification/texts.ts';
import type { texts as waitlist } from '../../components/waitlist/texts.ts';
import type { texts as emailLink } from '../flow/email-link/texts.ts';
import type { texts as common } from './common-texts.ts';
import type { texts as password } from './password-texts.ts';

type Paths<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Paths<Tree[Key]>}`;
}[keyof Tree & string];

/** Every localization key in use. Types only: each component's texts travel in its own chunk. */
export type TextKey =
  | Paths<typeof accountSwitcher>
  | Paths<typeof common>
  | Paths<typeof emailLink>
  | Paths<typeof impersonation>
  | Paths<typeof password>
  | Paths<typeof signIn>
  | Paths<typeof signInSteps>
  | Paths<typeof signUp>
  | Paths<typeof userButton>
  | Paths<typeof userProfile>
  | Paths<typeof tasks>
  | Paths<typeof twoStep>
  | Paths<typeof userVerification>
  | Paths<typeof waitlist>
  | Paths<typeof wallets>;
