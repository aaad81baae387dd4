// What an application that knows nothing of Node imports: Backend API, errors, tokens, webhooks, the browser's object.
import { createClerkClient, verifyToken, type ClerkClient, type User } from '@foyer/backend';
import { ClerkAPIResponseError, isClerkAPIResponseError, TokenVerificationError } from '@foyer/backend/errors';
import { decodeJwt } from '@foyer/backend/jwt';
import { verifyWebhook, type WebhookEvent } from '@foyer/backend/webhooks';
import { Clerk } from '@foyer/js';
import { isClerkAPIResponseError as isBrowserError } from '@foyer/js/errors';
import type { UserResource } from '@foyer/js/types';

const clerk: ClerkClient = createClerkClient({ secretKey: 'sk_test_1' });

export async function onServer(request: Request): Promise<string | null> {
  const state = await clerk.authenticateRequest(request);
  const auth = state.toAuth();
  const user: User = await clerk.users.getUser('user_1');
  const page: { data: User[]; totalCount: number } = await clerk.users.getUserList({ limit: 1 });
  const event: WebhookEvent = await verifyWebhook(request);
  const subject: string = (await verifyToken('…', {})).sub + decodeJwt('…').payload.sub + event.type + page.totalCount;
  return user.firstName ?? (auth && 'userId' in auth ? auth.userId : null) ?? subject;
}

export function said(error: unknown): string {
  if (isClerkAPIResponseError(error) || error instanceof ClerkAPIResponseError) return error.errors.map(({ code }) => code).join();
  if (error instanceof TokenVerificationError) return error.reason;
  return isBrowserError(error) ? String(error.status) : 'unknown';
}

export async function inBrowser(): Promise<UserResource | null | undefined> {
  const browser = new Clerk('pk_test_1');
  await browser.load();
  return browser.user;
}

// @ts-expect-error Names that are not there are errors: the declarations have been found.
clerk.users.getEverything();
