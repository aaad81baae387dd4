/** What other rooms use of sessions. */
export { createSession, type NewSession } from './create.ts';
export { endSessionsOfUser } from './of-user.ts';
export { getSession, liveSessions } from './find.ts';
export { sessionResource, sessionSummaryResource } from './resource.ts';
export type { SessionEvent } from './events.ts';
