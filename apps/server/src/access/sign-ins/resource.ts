import type { SignInResource } from '@foyer/protocol/schemas/resources/sign-in';
import { now, type Context } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { userImageUrl, type UserAggregate } from '../../people/users/service.ts';
import { verificationResource } from '../../people/verifications/service.ts';
import { factorResource } from '../attempts/factor-resource.ts';
import { statusForAsker } from '../client-trust/trust.ts';
import type { Factor } from '../strategies/index.ts';
import { statusOf, typedValue, type SignInAttempt } from './attempt.ts';
import { supportedIdentifiers } from './identify.ts';
import { dueStep, FIRST_FACTOR, hidesAccount, SECOND_FACTOR, shownFactors } from './steps.ts';

/** A sign-in on the wire. What it says about the account is only what the person asking may know yet. */
export function signInResource(ctx: RequestContext, attempt: SignInAttempt): SignInResource {
  const { row, person, first } = attempt;
  // A passkey proves both factors at once, and is shown as the first.
  const second = attempt.second?.strategy === 'passkey' ? null : attempt.second;
  const typed = typedValue(attempt);
  const resources = (factors: Factor[] | null) => factors && factors.map((factor) => factorResource(factor, typed));
  return {
    object: 'sign_in_attempt',
    id: row.id,
    status: statusForAsker(ctx, statusOf(ctx, attempt)),
    supported_identifiers: supportedIdentifiers(ctx),
    supported_first_factors: resources(shownFactors(ctx, attempt, FIRST_FACTOR)),
    supported_second_factors: row.first_factor_verified_at === null ? null : resources(shownFactors(ctx, attempt, dueStep(ctx, attempt, SECOND_FACTOR))),
    first_factor_verification: verificationResource(first, now(ctx)) as SignInResource['first_factor_verification'],
    second_factor_verification: verificationResource(second, now(ctx)) as SignInResource['second_factor_verification'],
    identifier: row.identifier,
    user_data: person && !hidesAccount(ctx, attempt) ? userData(ctx, person) : null,
    created_session_id: row.created_session_id,
    abandon_at: row.abandon_at.getTime(),
    ...(attempt.trust === null ? {} : { client_trust_state: attempt.trust }),
  };
}

function userData(ctx: Context, { user }: UserAggregate): NonNullable<SignInResource['user_data']> {
  return { first_name: user.first_name, last_name: user.last_name, image_url: userImageUrl(user, ctx), has_image: user.image_id !== null };
}
