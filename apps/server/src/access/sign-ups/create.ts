import type { CreateSignUpParams, UpdateSignUpParams } from '@foyer/protocol/schemas/requests/sign-ups';
import { now, transaction } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { newId } from '../../platform/ids.ts';
import { setCurrentAttempt } from '../attempts/client.ts';
import { abandonAt } from '../attempts/lifetime.ts';
import { refuseSecondSession } from '../attempts/sessions.ts';
import { requireHuman, requireHumanByNow } from '../captcha/service.ts';
import { ensureClient } from '../clients/service.ts';
import type { Strategy } from '../strategies/index.ts';
import { currentSignUp, lockCurrentSignUp } from './current.ts';
import { readExternal, type External } from './external.ts';
import { readTicket, type Invited } from './invited.ts';
import { requireOpenSignUps } from './mode.ts';
import { settle } from './settle.ts';
import * as store from './store.ts';
import type { SignUpRow } from './tables.ts';
import { transferFromSignIn } from './transfer.ts';
import { readValues } from './values.ts';
import { prepareStep, strategyInForm } from './verify.ts';

/**
 * Begins a sign-up in the place of the client's present one and gives it what the parameters hold.
 * When that is all it needs, the user and their session are created at once. Without parameters it
 * starts over.
 */
export async function createSignUp(ctx: RequestContext, params: CreateSignUpParams): Promise<SignUpRow> {
  if (params.transfer) {
    const isHuman = await requireHuman(ctx, params);
    return transferFromSignIn(ctx, isHuman);
  }
  const { columns, strategy, invited, external } = await readParams(ctx, params);
  await ensureClient(ctx);
  return transaction(ctx, async (ctx) => {
    const row = await begin(ctx, { ...columns, ...(await external?.prove(ctx, columns.email_address ?? null)), ...(await invited?.prove(ctx)) });
    return settle(ctx, strategy ? await prepareStep(ctx, row, strategy, params) : row);
  });
}

/**
 * Gives the client's current sign-up more, or something else.
 *
 * @param id the current one, whichever it is, without it
 */
export async function updateSignUp(ctx: RequestContext, id: string | null, params: UpdateSignUpParams): Promise<SignUpRow> {
  const { columns, strategy, invited, external } = await readParams(ctx, params, await currentSignUp(ctx, id));
  return transaction(ctx, async (ctx) => {
    const held = await lockCurrentSignUp(ctx, id);
    const emailAddress = columns.email_address === undefined ? held.email_address : columns.email_address;
    const changes = { ...keepingProofs(held, columns), ...(await external?.prove(ctx, emailAddress)), ...(await invited?.prove(ctx)) };
    const row = await store.update(ctx.db, ctx.instance.id, held.id, { ...changes, abandon_at: abandonAt(ctx), updated_at: now(ctx) });
    return settle(ctx, strategy ? await prepareStep(ctx, row, strategy, params) : row);
  });
}

/** Begins a sign-up and makes it the client's current one. */
export async function begin(ctx: RequestContext, columns: store.SignUpColumns): Promise<SignUpRow> {
  const clientId = await ensureClient(ctx);
  return transaction(ctx, async (ctx) => {
    const row = await store.insert(ctx.db, {
      ...columns,
      instance_id: ctx.instance.id,
      id: newId(ctx, 'sign_up'),
      client_id: clientId,
      abandon_at: abandonAt(ctx),
      created_at: now(ctx),
      updated_at: now(ctx),
    });
    await setCurrentAttempt(ctx, clientId, { sign_up_id: row.id });
    return row;
  });
}

interface ReadParams {
  columns: store.SignUpColumns;
  strategy: Strategy | null;
  invited: Invited | null;
  external: External | null;
}

async function readParams(ctx: RequestContext, given: UpdateSignUpParams, held?: SignUpRow): Promise<ReadParams> {
  if (isEmpty(given)) return { columns: {}, strategy: null, invited: null, external: null };
  await refuseSecondSession(ctx);
  const isHuman = held?.captcha_passed || (await (held ? requireHumanByNow : requireHuman)(ctx, given));
  const external = await readExternal(ctx, given, held);
  const params = { ...external?.values, ...given };
  const invited = params.ticket ? await readTicket(ctx, params.ticket) : null;
  // The invited address is given by the invitation, whatever the form says.
  const columns = await readValues(ctx, invited ? { ...params, email_address: invited.emailAddress } : params, held);
  const forfeited = forfeit(columns, held);
  if (!invited && (!held?.ticket || forfeited)) requireOpenSignUps(ctx);
  return { columns: { ...columns, ...forfeited, captcha_passed: isHuman }, strategy: strategyInForm(params), invited, external };
}

/** An invitation is for its address: whoever signs up with another one does so without it. */
function forfeit({ email_address: emailAddress }: store.SignUpColumns, held?: SignUpRow): store.SignUpColumns | null {
  if (!held?.ticket || emailAddress === undefined || emailAddress === held.email_address) return null;
  return { ticket: null, public_metadata: {} };
}

/** What SDKs send along by themselves says nothing about the person. */
function isEmpty({ locale: _locale, ...params }: UpdateSignUpParams): boolean {
  return Object.values(params).every((value) => value === undefined || value === null);
}

/** An address that is given once more stays verified. */
function keepingProofs(row: SignUpRow, columns: store.SignUpColumns): store.SignUpColumns {
  return {
    ...columns,
    ...(columns.email_address === row.email_address ? { email_verification_id: row.email_verification_id } : {}),
    ...(columns.web3_wallet === row.web3_wallet ? { web3_verification_id: row.web3_verification_id } : {}),
    ...(columns.phone_number === row.phone_number ? { phone_verification_id: row.phone_verification_id } : {}),
  };
}
