import type { SignInStatus } from '@foyer/protocol/statuses';
import { now, type Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { newId } from '../../platform/ids.ts';
import { identifierKind } from '../../people/identifiers.ts';
import { loadUsers, type UserAggregate } from '../../people/users/service.ts';
import { findMany as findVerifications } from '../../people/verifications/service.ts';
import type { VerificationRow } from '../../people/verifications/tables.ts';
import { abandonAt } from '../attempts/lifetime.ts';
import { clientFor, isNewClient } from '../clients/new-client.ts';
import { clientTrustState, needsClientTrust, type ClientTrustState } from '../client-trust/trust.ts';
import { findStrategy, identityOf, secondFactorsOf } from '../strategies/index.ts';
import { signInStatus, type SignInFacts } from './status.ts';
import type { SignInRow } from './tables.ts';

/** A sign-in with everything that its status and its resource depend on. */
export interface SignInAttempt {
  row: SignInRow;
  /** Whether the row is not written down yet: see `write.ts`. */
  isNew: boolean;
  /** The account; `null` while there is none, or when it has been deleted meanwhile. */
  person: UserAggregate | null;
  first: VerificationRow | null;
  second: VerificationRow | null;
  /** Whether this device is new to the account; `null` where that makes no difference. */
  trust: ClientTrustState | null;
}

/** A sign-in of the asking client with nothing done yet, in memory only. */
export async function newAttempt(ctx: RequestContext, identifier: string | null, person: UserAggregate | null): Promise<SignInAttempt> {
  const at = now(ctx);
  const row: SignInRow = {
    instance_id: ctx.instance.id,
    id: newId(ctx, 'sign_in'),
    client_id: await clientFor(ctx),
    identifier,
    user_id: person?.user.id ?? null,
    first_factor_verification_id: null,
    second_factor_verification_id: null,
    first_factor_verified_at: null,
    second_factor_verified_at: null,
    new_password_set_at: null,
    client_trust_verified_at: null,
    actor: null,
    session_max_duration_in_seconds: null,
    created_session_id: null,
    abandon_at: abandonAt(ctx),
    created_at: at,
    updated_at: at,
  };
  return { row, isNew: true, person, first: null, second: null, trust: await clientTrustState(ctx, row, isNewClient(ctx, row.client_id)) };
}

/** A sign-in that is written down. */
export async function loadAttempt(ctx: Context, row: SignInRow): Promise<SignInAttempt> {
  const { user_id: userId, first_factor_verification_id: firstId, second_factor_verification_id: secondId } = row;
  const verifications = await findVerifications(ctx, [firstId, secondId].filter((id) => id !== null));
  const people = await loadUsers(ctx, userId === null ? [] : [userId]);
  return {
    row,
    isNew: false,
    person: people.get(userId ?? '') ?? null,
    first: verifications.get(firstId ?? '') ?? null,
    second: verifications.get(secondId ?? '') ?? null,
    trust: await clientTrustState(ctx, row),
  };
}

export function statusOf(ctx: Context, attempt: SignInAttempt): SignInStatus {
  return signInStatus(factsOf(ctx, attempt));
}

/** What was typed as the identifier, as it is stored. */
export function typedValue({ row }: SignInAttempt): string | null {
  return row.identifier === null ? null : identifierKind(row.identifier).value;
}

function factsOf(ctx: Context, { row, person, first, trust }: SignInAttempt): SignInFacts {
  return {
    identified: row.user_id !== null || row.identifier !== null,
    firstFactorVerified: row.first_factor_verified_at !== null && !isOutdated(row, person, first),
    newPasswordNeeded: row.new_password_set_at === null && mustSetPassword(person, first),
    clientTrustNeeded: person !== null && needsClientTrust(ctx, person, first?.strategy ?? null, trust),
    clientTrustVerified: row.client_trust_verified_at !== null,
    secondFactorNeeded: person !== null && secondFactorsOf(identityOf(person), ctx.instance.settings).length > 0,
    secondFactorVerified: row.second_factor_verified_at !== null,
    sessionCreated: row.created_session_id !== null,
    abandoned: row.abandon_at <= now(ctx),
  };
}

/** A password that was proved, and changed or forgotten elsewhere before the sign-in ended, opens nothing any more. */
function isOutdated({ first_factor_verified_at: provedAt, new_password_set_at: setHere }: SignInRow, person: UserAggregate | null, first: VerificationRow | null): boolean {
  const changedAt = person?.user.password_updated_at;
  return first?.strategy === 'password' && setHere === null && !!changedAt && provedAt !== null && changedAt > provedAt;
}

function mustSetPassword(person: UserAggregate | null, first: VerificationRow | null): boolean {
  const strategy = first && findStrategy(first.strategy);
  if (!strategy) return false;
  return strategy.resetsPassword === true || (strategy.identifies !== 'always' && person?.user.password_change_required === true);
}
