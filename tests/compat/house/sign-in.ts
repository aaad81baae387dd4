import { createClerkClient } from '@clerk/backend';
import { inject } from 'vitest';
import type { KnownInstance } from './global-setup.ts';
import { developmentBrowser, Frontend, prefixOf } from './frontend.ts';
import { newEmail, PASSWORD } from './people.ts';

/** A new browser in which somebody new is signed in, and the token its scripts hold. */
export async function signIn(instance: KnownInstance, origin?: string) {
  const { url, apiUrl, production } = inject('house');
  const clerk = createClerkClient({ apiUrl, secretKey: instance.secretKey });
  const email = newEmail();
  const user = await clerk.users.createUser({ emailAddress: [email], password: PASSWORD });
  const { token: ticket } = await clerk.signInTokens.createSignInToken({ userId: user.id, expiresInSeconds: 60 });
  const base = prefixOf(url, instance);
  const browser = instance.slug === production.slug ? new Frontend(base, origin) : await developmentBrowser(base);
  const { sessionId } = await browser.signInWithTicket(ticket);
  const token = await browser.sessionToken();
  const { updated_at: updatedAt } = (await browser.send('GET', '/client')).response;
  return { userId: user.id, email, sessionId, token, browser, signedInAt: String(Math.floor(updatedAt / 1000) - 1) };
}
