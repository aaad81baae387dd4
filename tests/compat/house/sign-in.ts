import { createClerkClient } from '@clerk/backend';
import { inject } from 'vitest';
import type { KnownInstance } from './global-setup.ts';
import { developmentBrowser, Frontend, prefixOf } from './frontend.ts';
import { newPerson } from './people.ts';

/** A new browser in which somebody new is signed in, and the token its scripts hold. */
export async function signIn(instance: KnownInstance) {
  const { url, apiUrl, production, productionPorts } = inject('house');
  const clerk = createClerkClient({ apiUrl, secretKey: instance.secretKey });
  const { id: userId, email } = await newPerson(clerk.users);
  const { token: ticket } = await clerk.signInTokens.createSignInToken({ userId, expiresInSeconds: 60 });
  const base = prefixOf(url, instance);
  const browser = instance.slug === production.slug ? new Frontend(base, `http://localhost:${productionPorts.server}`) : await developmentBrowser(base);
  const { sessionId } = await browser.signInWithTicket(ticket);
  const token = await browser.sessionToken();
  const { updated_at: updatedAt } = (await browser.send('GET', '/client')).response;
  return { userId, email, sessionId, token, browser, signedInAt: String(Math.floor(updatedAt / 1000) - 1) };
}
