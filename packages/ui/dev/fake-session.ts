// The session of the stand-in Clerk object, as far as reverification and tasks need it.
import { ApiError, checkCode, wait } from './fake-parts.ts';

export interface SessionScenario {
  /** What a reverification can be done with; the password without it. */
  reverifyFirst?: object[];
  reverifySecond?: object[];
  /** Somebody else acts as the person. */
  impersonated?: boolean;
  /** What a pending session still needs. */
  tasks?: string[];
}

interface Attempt {
  strategy: string;
  password?: string;
  code?: string;
}

function check({ strategy, password, code }: Attempt): void {
  if (strategy === 'password' && password !== 'right') {
    throw new ApiError('form_password_incorrect', 'That password is not right. Try again, or use another way.', 'password');
  }
  if (code) checkCode(code);
}

export function createFakeSession(scenario: SessionScenario, user: object | null) {
  const first = scenario.reverifyFirst ?? [{ strategy: 'password' }, { strategy: 'email_code', emailAddressId: 'idn_1', safeIdentifier: 'n•••@harbor.test' }];
  const verification = (status: string) => ({ status, level: 'second_factor', supportedFirstFactors: first, supportedSecondFactors: scenario.reverifySecond ?? null });
  const session = {
    id: 'sess_1',
    status: scenario.tasks?.length ? 'pending' : 'active',
    tasks: scenario.tasks?.map(key => ({ key })) ?? null,
    get currentTask() {
      return session.tasks?.[0];
    },
    finish: (task: string) => {
      session.tasks = session.tasks?.filter(({ key }) => key !== task) ?? null;
      if (!session.currentTask) session.status = 'active';
    },
    clearCache: () => undefined,
    user,
    actor: scenario.impersonated ? { sub: 'user_support' } : null,
    publicUserData: {},
    /** Whether sensitive actions go through. */
    proved: !scenario.reverifyFirst,
    getToken: () => wait(10).then(() => 'token'),
    startVerification: () => wait().then(() => verification(scenario.reverifySecond ? 'needs_second_factor' : 'needs_first_factor')),
    prepareFirstFactorVerification: () => wait(100),
    prepareSecondFactorVerification: () => wait(100),
    attemptFirstFactorVerification: (attempt: Attempt) => pass(attempt),
    attemptSecondFactorVerification: (attempt: Attempt) => pass(attempt),
    verifyWithPasskey: () => pass({ strategy: 'passkey' }),
  };
  const pass = async (attempt: Attempt) => {
    await wait();
    check(attempt);
    session.proved = true;
    return verification('complete');
  };
  return session;
}
