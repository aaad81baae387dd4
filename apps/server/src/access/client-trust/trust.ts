import type { SignInResource } from '@foyer/protocol/schemas/resources/sign-in';
import type { SignInStatus } from '@foyer/protocol/statuses';
import type { Settings } from '../../instances/settings/schema.ts';
import type { Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import type { UserAggregate } from '../../people/users/service.ts';
import { hadSession } from '../sessions/find.ts';
import { identityOf, secondFactorsOf, verifyingStrategies, type Factor, type Identity } from '../strategies/index.ts';
import type { SignInRow } from '../sign-ins/tables.ts';
import { carriesTestingToken } from '../testing-tokens/service.ts';

/** Browser SDKs before this version know `needs_second_factor` only, and tell the two apart by `client_trust_state`. */
const FIRST_VERSION_WITH_A_STATUS = 6;

export type ClientTrustState = NonNullable<SignInResource['client_trust_state']>;

/**
 * Whether whoever signs in has been signed in on this client before; `null` where nobody asks.
 *
 * @param clientIsNew nobody can have been: the client was made for this request
 */
export async function clientTrustState(ctx: Context, row: SignInRow, clientIsNew = false): Promise<ClientTrustState | null> {
  if (!ctx.instance.settings.attack_protection.client_trust) return null;
  if (row.user_id === null) return row.identifier === null ? 'pending' : 'new';
  const known = !clientIsNew && (await hadSession(ctx, { clientId: row.client_id, userId: row.user_id, except: row.created_session_id }));
  return known ? 'known' : 'new';
}

/**
 * Whether a password alone is not enough: stolen ones are tried on devices that the person never used.
 * Second factors are asked for anyway, and nobody is asked for what they cannot give.
 */
export function needsClientTrust(ctx: Context, person: UserAggregate, firstStrategy: string | null, state: ClientTrustState | null): boolean {
  if (state !== 'new' || firstStrategy !== 'password' || person.user.bypass_client_trust) return false;
  const identity = identityOf(person);
  const { settings } = ctx.instance;
  // Each test is a new device.
  if (carriesTestingToken(ctx)) return false;
  return secondFactorsOf(identity, settings).length === 0 && trustFactorsOf(identity, settings).length > 0;
}

/** How someone shows that a new device is theirs: by the code or link that verifies what they have (guides/secure/client-trust). */
export function trustFactorsOf({ contacts }: Identity, settings: Settings): Factor[] {
  return contacts
    .filter(({ kind }) => kind !== 'web3_wallet' && settings.attributes[kind].enabled)
    .flatMap((contact) => verifyingStrategies(contact.kind, settings).map((strategy) => ({ strategy, contact })));
}

/** The status as the asking SDK knows it. */
export function statusForAsker({ http }: RequestContext, status: SignInStatus): SignInStatus {
  const version = Number.parseInt(String(http.query['_clerk_js_version'] ?? ''), 10);
  return status === 'needs_client_trust' && version < FIRST_VERSION_WITH_A_STATUS ? 'needs_second_factor' : status;
}
