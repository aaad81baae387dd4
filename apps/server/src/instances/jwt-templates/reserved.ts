/** What every custom token says by itself; a template cannot say otherwise (sessions/jwt-templates). */
const ALWAYS_SET = ['azp', 'exp', 'iat', 'iss', 'jti', 'nbf', 'sub'] as const;

/** What only a token of a session says: a custom token with it could be taken for one. */
const OF_SESSIONS = ['sid', 'sts', 'fva', 'v', 'fea', 'pla'] as const;

/** How a session token tells who is really acting, and the organization: in version 2, and in version 1. */
const OF_CONTEXT = ['act', 'o', 'org_id', 'org_slug', 'org_role', 'org_permissions'] as const;

/** Names that a JWT template may not use. */
export const RESERVED_IN_TEMPLATES: readonly string[] = [...ALWAYS_SET, ...OF_SESSIONS];

/** Names that custom claims of session tokens may not use. */
export const RESERVED_IN_SESSION_TOKENS: readonly string[] = [...ALWAYS_SET, ...OF_SESSIONS, ...OF_CONTEXT];
