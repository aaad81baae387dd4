/** A Clerk object that does what a test tells it and remembers what it was asked. */
import { createPublishableKey } from '@foyer/protocol/keys';
import type { ClerkStatus, ListenerCallback, Resources } from '@foyer/js/types';
import type { BrowserClerk } from '../clerk/options.ts';

export const PUBLISHABLE_KEY = createPublishableKey('development', 'test-house-1.clerk.accounts.dev');

export interface ScriptedClerk {
  clerk: BrowserClerk;
  /** `[method, ...arguments]` of every call, in order. */
  calls: unknown[][];
  /** Ends loading with these resources. */
  finishLoading: (resources?: Partial<Resources>) => void;
  failLoading: (error: Error) => void;
  emit: (resources: Partial<Resources>) => void;
  setStatus: (status: ClerkStatus) => void;
  /** How many listen to it, for resources or the status. */
  listening: () => number;
}

export const SIGNED_OUT: Resources = {
  client: { sessions: [], signedInSessions: [], signIn: { id: 'sia_1' }, signUp: { id: 'sua_1' } } as unknown as Resources['client'],
  session: null,
  user: null,
  organization: null,
};

/** A session token with these claims; nothing here checks its signature. */
export function tokenOf(claims: object): string {
  return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
}

export function signedIn(claims: object = {}, more: { status?: string; organizationMemberships?: object[]; organization?: object } = {}): Resources {
  const { status = 'active', organizationMemberships = [], organization = null } = more;
  const user = { id: 'user_1', firstName: 'Ada', organizationMemberships };
  const lastActiveToken = { getRawString: () => tokenOf({ sub: 'user_1', ...claims }) };
  const session = { id: 'sess_1', status, actor: null, factorVerificationAge: [1, -1], lastActiveToken, user, getToken: () => Promise.resolve('the token') };
  const client = { ...SIGNED_OUT.client, sessions: [session], signedInSessions: [session] };
  return { client, session, user, organization } as unknown as Resources;
}

export function createScriptedClerk(): ScriptedClerk {
  const calls: unknown[][] = [];
  const listeners = new Set<ListenerCallback>();
  const statusHandlers = new Set<(status: ClerkStatus) => void>();
  let settle = { resolve: () => {}, reject: (_error: Error) => {} };
  let current = SIGNED_OUT;

  const emit = (resources: Partial<Resources>) => {
    current = { ...current, ...resources };
    Object.assign(scripted, current);
    for (const listener of listeners) listener(current);
  };
  const setStatus = (status: ClerkStatus) => {
    scripted.status = status;
    for (const handler of statusHandlers) handler(status);
  };
  const scripted: Record<string, unknown> = {
    publishableKey: PUBLISHABLE_KEY,
    loaded: false,
    status: 'loading',
    load: (...args: unknown[]) => {
      calls.push(['load', ...args]);
      return new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
    },
    addListener: (listener: ListenerCallback) => {
      listeners.add(listener);
      listener(current);
      return () => listeners.delete(listener);
    },
    on: (_event: string, handler: (status: ClerkStatus) => void) => statusHandlers.add(handler),
    off: (_event: string, handler: (status: ClerkStatus) => void) => statusHandlers.delete(handler),
  };
  // Every other method is only remembered.
  const clerk = new Proxy(scripted, {
    get: (target, name) => {
      if (typeof name !== 'string' || name in target || name === 'then') return Reflect.get(target, name);
      if (['session', 'user', 'client', 'organization'].includes(name)) return undefined;
      return (...args: unknown[]) => {
        calls.push([name, ...args]);
        return Promise.resolve(`${name} done`);
      };
    },
  }) as unknown as BrowserClerk;

  return {
    clerk,
    calls,
    emit,
    setStatus,
    listening: () => listeners.size + statusHandlers.size,
    failLoading: (error) => settle.reject(error),
    finishLoading: (resources = {}) => {
      Object.assign(scripted, { loaded: true, status: 'ready' });
      emit(resources);
      settle.resolve();
    },
  };
}
