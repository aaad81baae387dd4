import { apiError } from '@foyer/protocol/errors';
import { emit, type Context } from '../../platform/context.ts';
import { countryOf, requireCountryServed } from '../../people/phone-numbers/service.ts';
import { checkCode, startCode } from '../../people/verifications/service.ts';
import type { VerificationRow } from '../../people/verifications/tables.ts';
import { requireCode, type Finish, type Preparation, type Proof, type Subject } from './strategy.ts';

interface CodeMessage {
  strategy: string;
  template: 'verification_code' | 'reset_password_code';
}

/** Whom a code is sent to. Servers that ask for one have no client. */
type Recipient = Omit<Subject, 'clientId'> & { clientId: string | null };

/** Makes a code and sends it to the contact that the proof is about. */
export async function sendCode(ctx: Context, subject: Recipient, wanted: Preparation, { strategy, template }: CodeMessage): Promise<VerificationRow> {
  const { contact, person, verification: previous, clientId, decoy } = subject;
  if (!contact) throw apiError('verification_strategy_invalid', { param: 'strategy' });
  const channel = contact.kind === 'phone_number' ? phoneChannel(ctx, contact.value, wanted.channel) : 'email';
  const { verification, code, deliver } = await startCode(ctx, {
    strategy,
    channel: channel === 'email' ? null : channel,
    target: contact.value,
    clientId,
    previous,
  });
  if (deliver && !decoy) await emit(ctx, 'message.wanted', { channel, template, to: contact.value, userId: person?.user.id ?? null, variables: { code } });
  return verification;
}

/** Checks a code against the verification that was prepared with this strategy. */
export async function checkSentCode(subject: Subject, proof: Proof, strategy: string): Promise<Finish> {
  const { contact, verification, clientId, decoy } = subject;
  const code = requireCode(proof);
  const prepared = verification?.strategy === strategy ? verification : null;
  const target = contact?.value ?? prepared?.target ?? '';
  return async (ctx) => {
    // No code has this form, so a decoy's guess is counted like any other and never right.
    const outcome = await checkCode(ctx, prepared?.id ?? null, decoy ? 'decoy' : code, { target, clientId });
    return 'refusal' in outcome ? { refusal: outcome.refusal, counts: outcome.wrong } : outcome;
  };
}

/**
 * The channel that someone wants, or else the one that is preferred in their country, or else the first there is.
 *
 * @throws ApiError `unsupported_country_code`, `form_param_value_invalid`
 */
function phoneChannel(ctx: Context, number: string, wanted: string | null | undefined): 'sms' | 'whatsapp' {
  const { attributes, communication } = ctx.instance.settings;
  requireCountryServed(ctx, number);
  const { channels } = attributes.phone_number;
  if (wanted) {
    const channel = channels.find((one) => one === wanted);
    if (!channel) throw apiError('form_param_value_invalid', { param: 'channel' });
    return channel;
  }
  const preferred = communication.preferred_channels[countryOf(number) ?? ''];
  return channels.find((one) => one === preferred) ?? channels[0] ?? 'sms';
}
