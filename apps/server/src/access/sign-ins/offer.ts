import { apiError, type ApiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';
import { requireStrategy, type Factor, type Preparation, type Strategy, type Subject } from '../strategies/index.ts';
import { typedValue, type SignInAttempt } from './attempt.ts';
import { FIRST_FACTOR, ownFactors, shownFactors, type Step } from './steps.ts';

/** Which factor is meant, and how it is to be prepared. */
export interface PrepareParams extends Preparation {
  strategy?: string | null;
  email_address_id?: string | null;
  phone_number_id?: string | null;
  web3_wallet_id?: string | null;
}

/** The strategy a caller names; without a name, that of what was prepared, or of the factor offered first. */
export function strategyFor(ctx: Context, step: Step, attempt: SignInAttempt, name: string | null | undefined): Strategy {
  const implied = name || attempt[step.verification]?.strategy || shownFactors(ctx, attempt, step)?.[0]?.strategy;
  if (!implied) throw apiError('form_param_missing', { param: 'strategy' });
  return requireStrategy(implied);
}

/** The factor that is to be prepared: the one named by id, else what was typed, else the preferred one. */
export function chooseFactor(ctx: Context, attempt: SignInAttempt, step: Step, strategy: Strategy, params: PrepareParams): Factor {
  const factors = offered(ctx, attempt, step, strategy);
  const param = (['email_address_id', 'phone_number_id', 'web3_wallet_id'] as const).find((name) => params[name]);
  const id = param && params[param];
  const typed = typedValue(attempt);
  const chosen = id
    ? factors.find(({ contact }) => contact?.id === id)
    : (factors.find(({ contact }) => contact?.value === typed) ?? factors.find(({ contact }) => contact?.defaultSecondFactor) ?? factors[0]);
  if (!chosen) throw apiError('form_resource_not_found', { param: param ?? 'strategy' });
  return chosen;
}

/** The factor that a proof is for: the one that was prepared, if it is still the account's. */
export function preparedFactor(ctx: Context, attempt: SignInAttempt, step: Step, strategy: Strategy): Factor {
  const factors = offered(ctx, attempt, step, strategy);
  if (!strategy.prepare) return factors[0] ?? { strategy: strategy.name };
  const verification = attempt[step.verification];
  if (verification?.strategy !== strategy.name) throw apiError('verification_missing');
  const prepared = factors.find(({ contact }) => (contact?.value ?? null) === verification.target);
  if (!prepared) throw apiError('sign_in_identification_or_user_deleted');
  return prepared;
}

/** What a proof is about. A factor that is shown but not really the account's is a decoy. */
export function subjectOf(ctx: Context, attempt: SignInAttempt, step: Step, shown: Factor): Subject {
  const own = ownFactors(ctx, attempt, step).find((factor) => factor.strategy === shown.strategy && factor.contact?.value === shown.contact?.value);
  return {
    person: own ? attempt.person : null,
    contact: own?.contact ?? shown.contact ?? null,
    verification: attempt[step.verification],
    clientId: attempt.row.client_id,
    decoy: own === undefined,
  };
}

/** What a proof is about that will tell itself whose it is. */
export function unknownSubject({ row, first }: SignInAttempt): Subject {
  return { person: null, contact: null, verification: first, clientId: row.client_id, decoy: false };
}

function offered(ctx: Context, attempt: SignInAttempt, step: Step, strategy: Strategy): Factor[] {
  const factors = shownFactors(ctx, attempt, step);
  if (!factors) throw apiError('sign_in_identification_or_user_deleted');
  const matching = factors.filter((factor) => factor.strategy === strategy.name);
  if (matching.length === 0) throw notOffered(ctx, step, strategy);
  return matching;
}

function notOffered({ instance }: Context, step: Step, { name }: Strategy): ApiError {
  if (step !== FIRST_FACTOR) return apiError('no_second_factors', { param: 'strategy' });
  if (name === 'passkey' && instance.settings.attributes.passkey.enabled) return apiError('no_passkeys_found_for_user');
  return apiError('strategy_for_user_invalid', { param: 'strategy' });
}
