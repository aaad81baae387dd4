import type { Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import type { Credential } from './credential.ts';

/** What is known of the way a request carries its client, from finding the client to answering. */
export interface Carriage extends Credential {
  /** The development browser behind the request, where it carried a known one. */
  devBrowserId: string | null;
  /**
   * Set when the request carried the token that was replaced a moment ago: what was signed in at or
   * after this moment is not for it. So a token that someone planted before a sign-in opens nothing.
   */
  replacedAt: Date | null;
  /** A client token to hand out with the answer. */
  newToken: string | null;
  /** Whether the answer has it already. */
  handedOut: boolean;
  /** Whether signing in or out changed what servers must know of the client. */
  changed: boolean;
}

declare module '../../platform/http/facts.ts' {
  interface Asking {
    /** Filled in for Frontend API requests. */
    carriage?: Carriage;
  }
}

/** The carriage of a request that presents this credential and is not known yet. */
export function unknownCarriage(credential: Credential): Carriage {
  return { ...credential, devBrowserId: null, replacedAt: null, newToken: null, handedOut: false, changed: false };
}

/** Notes that servers must hear of a change of the asking client. */
export function noteChange(ctx: RequestContext): void {
  if (ctx.asking.carriage) ctx.asking.carriage.changed = true;
}

/** Notes a change of any client, which whoever asks hears of if it is theirs. */
export function noteChangeOf(ctx: Context, clientId: string): void {
  const { asking } = ctx as Partial<RequestContext>;
  if (asking?.carriage && asking.clientId === clientId) asking.carriage.changed = true;
}
