/** Attempts before the Clerk object has loaded. */
import type { SignInFutureResource, SignUpFutureResource } from '@foyer/js/types';

/** What is known of an attempt that has not begun. */
type Facts<Attempt> = { [Key in keyof Attempt as Attempt[Key] extends string | number | boolean | unknown[] | null | undefined ? Key : never]: Attempt[Key] };

const SIGN_IN: Facts<SignInFutureResource> = {
  id: undefined,
  status: 'needs_identifier',
  identifier: null,
  createdSessionId: null,
  supportedFirstFactors: [],
  supportedSecondFactors: [],
  isTransferable: false,
};

const SIGN_UP: Facts<SignUpFutureResource> = {
  id: undefined,
  status: 'missing_requirements',
  requiredFields: [],
  optionalFields: [],
  missingFields: [],
  unverifiedFields: [],
  isTransferable: false,
  username: null,
  firstName: null,
  lastName: null,
  emailAddress: null,
  phoneNumber: null,
  web3Wallet: null,
  hasPassword: false,
  createdSessionId: null,
  createdUserId: null,
  abandonAt: null,
  legalAcceptedAt: null,
  locale: null,
};

/** What has no facts of its own, but is read. */
const REST: Record<string, unknown> = {
  existingSession: undefined,
  userData: {},
  unsafeMetadata: {},
  verification: null,
  firstFactorVerification: { status: null, error: null },
  secondFactorVerification: { status: null, error: null },
};

/** A sign-in whose steps are taken once the real one is there. */
export function pendingSignIn(real: () => Promise<SignInFutureResource>): SignInFutureResource {
  return standIn({ ...REST, ...SIGN_IN }, real) as SignInFutureResource;
}

/** A sign-up whose steps are taken once the real one is there. */
export function pendingSignUp(real: () => Promise<SignUpFutureResource>): SignUpFutureResource {
  return standIn({ ...REST, ...SIGN_UP }, real) as SignUpFutureResource;
}

/** Whatever is called on it, however deep, is called on the real one; `way` is how it is reached. */
function standIn(facts: Record<string, unknown>, real: () => Promise<object>, way: string[] = []): unknown {
  return new Proxy(() => undefined, {
    // A promise of it must not take it for one.
    get: (_, name) => (typeof name !== 'string' || name === 'then' ? undefined : name in facts ? facts[name] : standIn(facts, real, [...way, name])),
    apply: async (_, __, args: unknown[]) => {
      const attempt = await real();
      const owner = way.slice(0, -1).reduce<object>((from, name) => Reflect.get(from, name) as object, attempt);
      const method: unknown = Reflect.get(owner, way.at(-1) ?? '');
      if (typeof method !== 'function') throw new TypeError(`There is no ${way.join('.')}() to call on this attempt.`);
      return Reflect.apply(method, owner, args);
    },
  });
}
