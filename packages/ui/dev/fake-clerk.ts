// An in-memory stand-in for the Clerk object and its server, for looking at the components without either.
// Development only: nothing in `src` imports this.

import { createFakeEnvironment } from './fake-environment.ts';
import { createFakeOrganization } from './fake-organizations.ts';
import { ApiError, wait, type Fake } from './fake-parts.ts';
import type { Scenario } from './fake-scenario.ts';
import { createFakeSession } from './fake-session.ts';
import { createFakeSignIn } from './fake-sign-in.ts';
import { createFakeSignUp } from './fake-sign-up.ts';
import { createFakeUser } from './fake-user.ts';
import { createFakeWallets } from './fake-wallets.ts';

export function createFakeHost(scenario: Scenario) {
  const listeners = new Set<() => void>();
  const emit = () => {
    for (const listener of listeners) listener();
  };
  const fake: Fake = { scenario, emit };
  const environment = createFakeEnvironment(scenario);
  const user: ReturnType<typeof createFakeUser> = createFakeUser(fake, environment, () => session);
  const session = createFakeSession(scenario, user);
  const signIn = createFakeSignIn(fake);
  const signUp = createFakeSignUp(fake);
  const second = {
    id: 'sess_2',
    status: 'active',
    user: { ...user, id: 'user_2', firstName: 'Work', lastName: 'Account', username: null, hasImage: false, primaryEmailAddress: { emailAddress: 'noor@work.example' } },
  };
  const sessions: object[] = scenario.signedIn || scenario.tasks || scenario.choosing ? (scenario.multiSession ? [session, second] : [session]) : [];
  const clerk = {
    client: { signIn, signUp, sessions, signedInSessions: sessions, activeSessions: sessions, lastAuthenticationStrategy: scenario.lastUsed ?? 'oauth_google' },
    session: scenario.signedIn ? session : null,
    user: scenario.signedIn ? user : null,
    redirectToTasks: async () => void (document.body.dataset['done'] = 'tasks'),
    instanceType: 'development',
    frontendApi: 'harbor-1.clerk.accounts.dev',
    addListener: (listener: () => void) => {
      listeners.add(listener);
      listener();
      return () => listeners.delete(listener);
    },
    navigate: async (to: string) => {
      const url = new URL(to, location.href);
      if (url.origin === location.origin) history.pushState(null, '', url);
    },
    buildUrlWithAuth: (url: string) => url,
    setActive: async ({ organization }: { organization?: { id: string } }) => {
      await wait();
      document.body.dataset['activations'] = String(Number(document.body.dataset['activations'] ?? 0) + 1);
      if (organization && organization.id === scenario.goneOrganization) {
        throw new ApiError('organization_not_found_or_unauthorized', 'Given organization not found, or you do not have permission to change it');
      }
      if (organization) {
        document.body.dataset['organization'] = organization.id;
        session.finish('choose-organization');
      }
      Object.assign(clerk, { session, user });
      emit();
      if (!session.currentTask) document.body.dataset['done'] = 'true';
    },
    signOut: async ({ sessionId }: { sessionId?: string } = {}) => {
      await wait();
      if (sessionId && sessionId === clerk.session?.id) Object.assign(clerk, { session: null, user: null });
      emit();
      document.body.dataset['done'] = 'signed-out';
    },
    handleEmailLinkVerification: async ({ onVerifiedOnOtherDevice }: { onVerifiedOnOtherDevice: () => void }) => {
      await wait();
      const code = new URLSearchParams(location.search).get('__clerk_status') ?? 'failed';
      if (code !== 'verified') throw Object.assign(new Error(code), { name: 'EmailLinkError', code });
      onVerifiedOnOtherDevice();
    },
    handleRedirectCallback: () => wait(5000),
    createOrganization: createFakeOrganization,
    buildSignInUrl: () => '/sign-in',
    buildSignUpUrl: () => '/sign-up',
    authenticateWithGoogleOneTap: async ({ token }: { token: string }) => ({ token }),
    handleGoogleOneTapCallback: async (attempt: { token: string }, params: object) => {
      document.body.dataset['done'] = JSON.stringify({ ...attempt, ...params });
    },
    joinWaitlist: async ({ emailAddress }: { emailAddress: string }) => {
      await wait();
      if (!emailAddress.includes('@')) throw new ApiError('form_param_format_invalid', 'That is no email address. Please check it.', 'email_address');
    },
    __internal_openReverification: (props: object) => (window as { ui?: { open(name: string, props: object): void } }).ui?.open('UserVerification', props),
    openWaitlist: (props: object) => (window as { ui?: { open(name: string, props: object): void } }).ui?.open('Waitlist', props),
    openSignUp: (props: object) => (window as { ui?: { open(name: string, props: object): void } }).ui?.open('SignUp', props),
    openSignIn: (props: object) => (window as { ui?: { open(name: string, props: object): void } }).ui?.open('SignIn', props),
    openUserProfile: (props: object) => (window as { ui?: { open(name: string, props: object): void } }).ui?.open('UserProfile', props),
  };
  const isAllowedRedirect = (url: string) => new URL(url, location.href).origin === location.origin;
  return { clerk, environment, options: scenario.options ?? {}, wallets: createFakeWallets(fake), isAllowedRedirect };
}