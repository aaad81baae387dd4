import type { UserResource } from '@foyer/js/types';

type Named = Pick<UserResource, 'firstName' | 'lastName' | 'username' | 'primaryEmailAddress' | 'primaryPhoneNumber' | 'primaryWeb3Wallet'>;

/** Name, username, email address, phone number: what a person has, in the order in which they would like to be called. */
export function identifiersOf(user: Named): string[] {
  return [
    [user.firstName, user.lastName].filter(Boolean).join(' '),
    user.username,
    user.primaryEmailAddress?.emailAddress,
    user.primaryPhoneNumber?.phoneNumber,
    user.primaryWeb3Wallet?.web3Wallet,
  ].filter(text => typeof text === 'string' && text !== '') as string[];
}

/** What to call a person. */
export const nameOf = (user: Named): string => identifiersOf(user)[0] ?? '';
