/** What every event about a session says. */
export interface SessionEvent {
  sessionId: string;
  userId: string;
  clientId: string;
}

declare module '../../platform/events.ts' {
  interface EventMap {
    'session.created': SessionEvent;
    /** The person signed out of it, or another sign-in on the client took its place. */
    'session.ended': SessionEvent;
    'session.removed': SessionEvent;
    /** An administrator, or the person on another device, put an end to it. */
    'session.revoked': SessionEvent;
  }
}
