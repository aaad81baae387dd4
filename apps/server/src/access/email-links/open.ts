import { ApiError, apiError } from '@foyer/protocol/errors';
import { now } from '../../platform/context.ts';
import type { RequestContext } from '../../platform/http/facts.ts';
import { emailAddresses } from '../../people/email-addresses/service.ts';
import { find, readLinkToken, verificationStatus } from '../../people/verifications/service.ts';
import type { VerificationRow } from '../../people/verifications/tables.ts';
import { findClient } from '../clients/service.ts';
import { attemptContact } from '../profile-verifications/verify.ts';
import { liveSessions } from '../sessions/service.ts';
import { findCurrentSignIn } from '../sign-ins/current.ts';
import { proveFactor } from '../sign-ins/prove.ts';
import { FIRST_FACTOR, SECOND_FACTOR } from '../sign-ins/steps.ts';
import { findCurrentSignUp } from '../sign-ups/current.ts';
import { attemptVerification } from '../sign-ups/verify.ts';
import { openedBy } from './opened-by.ts';

/** What became of a link, as the page that it leads to is told (custom-flows/authentication/email-links). */
interface Outcome {
  status: 'verified' | 'expired' | 'failed' | 'client_mismatch';
  sessionId: string | null;
}

/**
 * Opens the link of a message: what was waiting for it goes on, in the browser in which it began.
 *
 * @returns the page of the application that tells the person what happened
 * @throws ApiError `verification_link_token_invalid` for what is no link of this instance
 */
export async function openLink(ctx: RequestContext, token: string): Promise<URL> {
  const { verification, page: url } = await findLink(ctx, token);
  const { status, sessionId } = await follow(ctx, verification, token);
  url.searchParams.set('__clerk_status', status);
  if (sessionId !== null) url.searchParams.set('__clerk_created_session', sessionId);
  return url;
}

/** Where a link leads, without opening it: for programs that look at the links in messages. */
export async function pageOfLink(ctx: RequestContext, token: string): Promise<URL> {
  return (await findLink(ctx, token)).page;
}

async function findLink(ctx: RequestContext, token: string): Promise<{ verification: VerificationRow; page: URL }> {
  const verification = await find(ctx, readLinkToken(token)?.verificationId ?? null);
  const page = verification?.data['redirect_url'];
  if (verification?.strategy !== 'email_link' || typeof page !== 'string') throw apiError('verification_link_token_invalid', { param: 'token' });
  return { verification, page: new URL(page) };
}

async function follow(ctx: RequestContext, verification: VerificationRow, token: string): Promise<Outcome> {
  const status = verificationStatus(verification, now(ctx));
  if (status === 'expired') return { status, sessionId: null };
  if (status !== 'unverified') return { status: 'failed', sessionId: null };
  // The link stays good: the person may open it once more, in the right browser.
  if (ctx.instance.settings.attack_protection.email_link_require_same_client && (await openedBy(ctx)) !== verification.client_id) {
    return { status: 'client_mismatch', sessionId: null };
  }
  try {
    return { status: 'verified', sessionId: await goOn(ctx, verification, token) };
  } catch (error) {
    // There is a page that says so; the attempt itself tells its own browser why.
    if (!(error instanceof ApiError)) throw error;
    ctx.log.info({ code: error.code }, 'an email link was refused');
    return { status: error.code === 'verification_link_token_expired' ? 'expired' : 'failed', sessionId: null };
  }
}

/** Takes the step that waits for this link, whichever it is; gives the session that it ended with. */
async function goOn(ctx: RequestContext, verification: VerificationRow, token: string): Promise<string | null> {
  const clientId = verification.client_id;
  const client = clientId === null ? null : await findClient(ctx, clientId);
  if (clientId === null || !client) throw apiError('verification_link_token_source_invalid');
  const proof = { strategy: 'email_link', token };

  const signIn = await findCurrentSignIn(ctx, client.sign_in_id);
  const step = [FIRST_FACTOR, SECOND_FACTOR].find(({ verificationColumn }) => signIn?.[verificationColumn] === verification.id);
  if (signIn && step) {
    const { row } = await proveFactor(asIf(ctx, clientId), step, signIn.id, proof);
    return row.created_session_id;
  }
  const signUp = await findCurrentSignUp(ctx, client.sign_up_id);
  if (signUp?.email_verification_id === verification.id) {
    return (await attemptVerification(asIf(ctx, clientId), signUp.id, proof)).created_session_id;
  }
  await verifyProfile(ctx, verification, clientId, proof);
  return null;
}

/** An address in the profile of someone who is still signed in where they asked for the link. */
async function verifyProfile(ctx: RequestContext, verification: VerificationRow, clientId: string, proof: { token: string }): Promise<void> {
  const contactId = verification.data['contact_id'];
  const contact = typeof contactId === 'string' ? await emailAddresses.store.find(ctx.db, ctx.instance.id, contactId) : undefined;
  const session = (await liveSessions(ctx, clientId)).find((one) => one.user_id === contact?.user_id);
  if (!contact || contact.verification_id !== verification.id || !session) throw apiError('verification_link_token_source_invalid');
  await attemptContact(asIf(ctx, clientId, { sessionId: session.id, userId: contact.user_id }), emailAddresses, contact.id, proof);
}

/**
 * The request as one of the client that asked for the link. The browser that opened it gets no part
 * in that client unless it is the same.
 */
function asIf(ctx: RequestContext, clientId: string, session: { sessionId: string; userId: string } | null = null): RequestContext {
  if (ctx.asking.clientId === clientId && session === null) return ctx;
  return { ...ctx, asking: { clientId, sessionId: session?.sessionId ?? null, userId: session?.userId ?? null, actor: null } };
}
