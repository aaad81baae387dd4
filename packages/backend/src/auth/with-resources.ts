/** Loading the resources behind an Auth object, for pages rendered on a server. */
import { createBackendApiClient } from '../api/client.ts';
import type { Organization, Session, User } from '../resources/index.ts';
import { defaultApiUrl } from '../urls.ts';
import type { AuthObjectOptions } from './session-auth.ts';
import type { AuthObject } from './types.ts';

export type WithResources<T> = T & { session?: Session | null; user?: User | null; organization?: Organization | null };

/** Adds the session, the user and the organization, whichever is asked for and there is one of. */
export async function decorateObjectWithResources<T extends object>(
  target: T,
  auth: AuthObject,
  options: AuthObjectOptions & { loadSession?: boolean; loadUser?: boolean; loadOrganization?: boolean },
): Promise<WithResources<T>> {
  const { loadSession, loadUser, loadOrganization } = options;
  const { sessions, users, organizations } =
    options.apiClient ?? createBackendApiClient({ ...options, apiUrl: options.apiUrl ?? defaultApiUrl(options) });
  const { sessionId, userId, orgId } = auth.isAuthenticated && auth.tokenType === 'session_token' ? auth : NOBODY;
  const [session, user, organization] = await Promise.all([
    loadSession && sessionId ? sessions.getSession(sessionId) : undefined,
    loadUser && userId ? users.getUser(userId) : undefined,
    loadOrganization && orgId ? organizations.getOrganization({ organizationId: orgId }) : undefined,
  ]);
  return stripPrivateDataFromObject(Object.assign(target, { session, user, organization }));
}

const NOBODY = { sessionId: undefined, userId: undefined, orgId: undefined };

/** Removes private metadata, which must not reach a browser. */
export function stripPrivateDataFromObject<T extends WithResources<object>>(target: T): T {
  const { user, organization } = target;
  return {
    ...target,
    ...(user && { user: withoutPrivateMetadata(user) }),
    ...(organization && { organization: withoutPrivateMetadata(organization) }),
  };
}

function withoutPrivateMetadata<T extends User | Organization>(resource: T): T {
  const { privateMetadata: _privateMetadata, ...publicPart } = resource;
  return publicPart as T;
}
