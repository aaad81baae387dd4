import type { SessionReverificationResource } from '@foyer/protocol/schemas/resources/reverification';
import { now, type Context } from '../../platform/context.ts';
import { verificationResource } from '../../people/verifications/service.ts';
import { factorResource } from '../attempts/factor-resource.ts';
import { sessionSummaryResource } from '../sessions/service.ts';
import { statusOf, type Reverification } from './attempt.ts';
import { factorsOf, FIRST_FACTOR, SECOND_FACTOR, type Step } from './steps.ts';

/** A reverification on the wire. */
export function reverificationResource(ctx: Context, reverification: Reverification): SessionReverificationResource {
  const { row, session, person, first, second } = reverification;
  const offered = (step: Step) => factorsOf(ctx, person, step).map((factor) => factorResource(factor, null));
  return {
    object: 'session_reverification',
    level: row.level,
    status: statusOf(reverification),
    supported_first_factors: offered(FIRST_FACTOR),
    supported_second_factors: row.level === 'first_factor' ? null : offered(SECOND_FACTOR),
    first_factor_verification: verificationResource(first, now(ctx)) as SessionReverificationResource['first_factor_verification'],
    second_factor_verification: verificationResource(second, now(ctx)) as SessionReverificationResource['second_factor_verification'],
    session: sessionSummaryResource(ctx, session),
  };
}
