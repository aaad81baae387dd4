import type { UserAggregate } from './find.ts';

/** What every event about a user says. Handlers that need more load the user: they run in the same transaction. */
export interface UserEvent {
  userId: string;
}

/** The user's password was set, changed or removed. */
export interface PasswordChanged extends UserEvent {
  /** Whether the user's other sessions are to end. */
  signOutOthers: boolean;
  /** The session that made the change, and goes on. */
  exceptSessionId: string | null;
}

/** Someone wants to add a contact to their own account; a handler refuses it by throwing. */
export interface ContactWanted {
  kind: 'email_address' | 'phone_number' | 'web3_wallet';
  /** Normalised. */
  value: string;
}

declare module '../../platform/events.ts' {
  interface EventMap {
    'contact.wanted': ContactWanted;
    /** Users were read for an answer, by id; wings that know more of them add it. */
    'users.loaded': { users: ReadonlyMap<string, UserAggregate> };
    'user.created': UserEvent;
    'user.updated': UserEvent;
    /** Raised while the user's rows are still there. */
    'user.deleted': UserEvent;
    'user.banned': UserEvent;
    'user.unbanned': UserEvent;
    'user.locked': UserEvent;
    'user.unlocked': UserEvent;
    'user.password_changed': PasswordChanged;
    /** What opens or guards the account has changed: an address, a passkey, a second factor. */
    'user.factors_changed': UserEvent;
    /** Somebody has proved what was only held for the account: it is theirs now, and not of whoever made it. */
    'user.handed_over': UserEvent;
    /** The password may be known to others: the next sign-in asks for another one. */
    'user.password_compromised': { userId: string; signOut: boolean };
    /** It is believed to be secret after all. */
    'user.password_cleared': UserEvent;
  }
}
