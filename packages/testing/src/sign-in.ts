import type { ClerkSignInParams, ClerkSignOutOptions } from './types.ts';

interface Attempt {
  status: string | null;
  createdSessionId: string | null;
  supportedFirstFactors?: readonly { strategy: string; emailAddressId?: string; phoneNumberId?: string }[] | null;
}

/** As much of the browser's Clerk object as the helpers use. */
export interface TestedClerk {
  loaded: boolean;
  user?: object | null | undefined;
  client?: {
    signIn: {
      create(params: object): Promise<Attempt>;
      prepareFirstFactor(params: object): Promise<Attempt>;
      attemptFirstFactor(params: object): Promise<Attempt>;
    };
  };
  setActive(params: { session: string | null }): Promise<unknown>;
  signOut(options?: ClerkSignOutOptions): Promise<unknown>;
}

/**
 * Signs in on the page that is open. It is sent to the browser as text: it must not use anything of
 * this file or any other.
 *
 * @throws Error when the sign-in needs something that a test cannot give, such as a second factor
 */
export async function signInHere({ signInParams: params, page = globalThis }: { signInParams: ClerkSignInParams; page?: object | undefined }): Promise<void> {
  const clerk = (page as { Clerk?: TestedClerk }).Clerk;
  if (!clerk?.client) throw new Error('Clerk is not loaded on this page.');
  const { signIn } = clerk.client;

  const byCode = async (strategy: 'email_code' | 'phone_code', identifier: string) => {
    const isTest = strategy === 'email_code' ? identifier.includes('+clerk_test') : /^\+1\d{3}55501\d{2}$/.test(identifier.replace(/[\s()-]/g, ''));
    if (!isTest) throw new Error(`${identifier} is not a test identity, so its code cannot be known. Use an address with +clerk_test or a number like +12015550100.`);
    const { supportedFirstFactors } = await signIn.create({ identifier });
    const factor = supportedFirstFactors?.find((one) => one.strategy === strategy);
    if (!factor) throw new Error(`${identifier} cannot sign in by ${strategy}. Turn it on in the settings of the instance.`);
    const { emailAddressId, phoneNumberId } = factor;
    await signIn.prepareFirstFactor({ strategy, ...(emailAddressId ? { emailAddressId } : {}), ...(phoneNumberId ? { phoneNumberId } : {}) });
    return signIn.attemptFirstFactor({ strategy, code: '424242' });
  };

  const begun = params.strategy === 'email_code' || params.strategy === 'phone_code' ? byCode(params.strategy, params.identifier) : signIn.create(params);
  const { status, createdSessionId } = await begun;
  if (status !== 'complete') throw new Error(`The sign-in is not complete but "${status}". Use somebody without a second factor, or sign in by emailAddress.`);
  await clerk.setActive({ session: createdSessionId });
}
