import { randomBytes } from 'node:crypto';
import type { createClerkClient } from '@clerk/backend';

export const PASSWORD = 'nine purple otters sing';

/** An address of nobody else; codes to it are 424242. */
export function newEmail(): string {
  return `${randomBytes(6).toString('hex')}+clerk_test@example.com`;
}

/** An address of nobody else whose messages lie in the inbox. */
export function newMailbox(): string {
  return `${randomBytes(6).toString('hex')}@example.com`;
}

let lastNumber = 100;

/** A fictional number of nobody else in this test file; codes to it are 424242. */
export function newPhoneNumber(): string {
  const area = 200 + (process.pid % 700);
  return `+1${area}55501${String(lastNumber++ % 100).padStart(2, '0')}`;
}

/** Somebody with a password and an email address. */
export async function newPerson(users: ReturnType<typeof createClerkClient>['users'], email = newEmail()): Promise<{ id: string; email: string }> {
  const { id } = await users.createUser({ emailAddress: [email], password: PASSWORD });
  return { id, email };
}
