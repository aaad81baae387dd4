import type { Frontend } from '../../house/frontend.ts';
import { newEmail, newPhoneNumber, PASSWORD } from '../../house/people.ts';
import type { Client } from './row.ts';

export interface Person {
  id: string;
  email: string;
  emailId: string;
  phone: string;
  phoneId: string;
}

type NewUser = Parameters<Client['users']['createUser']>[0];

/** One instance, with the client under test to reach it and the means to bring about what a row needs. */
export interface World {
  api: Client;
  /** Where the instance's Frontend API is, without `/v1`. */
  frontend: string;
  /** A client of the same kind for another instance. */
  clientFor(secretKey: string): Client;
  newBrowser(): Promise<Frontend>;
  /** An ID token of somebody who comes with Google. */
  googleToken(): string;
  newUser(more?: Partial<NewUser>): Promise<Person>;
  /** A person who has just signed in, in a browser of their own. */
  newSession(): Promise<{ userId: string; browser: Frontend; sessionId: string; clientId: string }>;
  /** A sign-up that lacks nothing but the proof of its address. */
  newSignUp(): Promise<{ id: string; email: string; browser: Frontend }>;
}

export function createWorld({ api, newBrowser, ...given }: Pick<World, 'api' | 'frontend' | 'clientFor' | 'newBrowser' | 'googleToken'>): World {
  return {
    api,
    newBrowser,
    ...given,
    async newUser(more = {}) {
      const [email, phone] = [newEmail(), newPhoneNumber()];
      const user = await api.users.createUser({ emailAddress: [email], phoneNumber: [phone], password: PASSWORD, ...more });
      return { id: user.id, email, emailId: user.primaryEmailAddressId ?? '', phone, phoneId: user.primaryPhoneNumberId ?? '' };
    },
    async newSession() {
      const { id: userId } = await api.users.createUser({ emailAddress: [newEmail()], password: PASSWORD });
      const { token } = await api.signInTokens.createSignInToken({ userId, expiresInSeconds: 60 });
      const browser = await newBrowser();
      return { userId, browser, ...(await browser.signInWithTicket(token)) };
    },
    async newSignUp() {
      const [browser, email] = [await newBrowser(), newEmail()];
      const { response } = await browser.send('POST', '/client/sign_ups', { email_address: email, password: PASSWORD });
      return { id: response.id, email, browser };
    },
  };
}
