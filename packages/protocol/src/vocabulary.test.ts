import { describe, expect, it } from 'vitest';
import { isCustomOAuthStrategy, isOAuthStrategy, isStrategy, isWeb3Strategy } from './strategies.ts';
import { isTestEmailAddress, isTestPhoneNumber } from './test-identities.ts';
import { chooseApiVersion, DEFAULT_API_VERSION, isAtLeast } from './versions.ts';

describe('API versions', () => {
  it('come from the query or the header', () => {
    expect(chooseApiVersion({})).toEqual({ version: DEFAULT_API_VERSION });
    expect(chooseApiVersion({ query: '2025-04-10' })).toEqual({ version: '2025-04-10' });
    expect(chooseApiVersion({ header: '2025-11-10' })).toEqual({ version: '2025-11-10' });
    expect(chooseApiVersion({ query: ['2025-11-10', '2025-11-10'] })).toEqual({ version: '2025-11-10' });
    expect(chooseApiVersion({ query: '', header: '' })).toEqual({ version: DEFAULT_API_VERSION });
  });

  it('are refused when unknown or named twice', () => {
    expect(chooseApiVersion({ query: '2019-01-01' })).toEqual({ problem: 'unsupported' });
    expect(chooseApiVersion({ query: '2025-04-10', header: '2025-11-10' })).toEqual({ problem: 'ambiguous' });
    expect(chooseApiVersion({ query: ['2025-04-10', '2025-11-10'] })).toEqual({ problem: 'ambiguous' });
    expect(chooseApiVersion({ query: '2025-11-10', header: '2025-11-10' })).toEqual({ problem: 'ambiguous' });
  });

  it('have an order', () => {
    expect(isAtLeast('2025-11-10', '2025-04-10')).toBe(true);
    expect(isAtLeast('2025-04-10', '2025-11-10')).toBe(false);
  });
});

describe('strategies', () => {
  it('are told apart', () => {
    expect(isStrategy('password')).toBe(true);
    expect(isStrategy('oauth_google')).toBe(true);
    expect(isStrategy('web3_metamask_signature')).toBe(true);
    expect(isStrategy('telepathy')).toBe(false);
    expect(isOAuthStrategy('oauth_custom_acme')).toBe(true);
    expect(isCustomOAuthStrategy('oauth_google')).toBe(false);
    expect(isWeb3Strategy('web3_unknown_signature')).toBe(false);
  });
});

describe('test identities', () => {
  it.each(['jane+clerk_test@example.com', 'jane+clerk_test2@example.com'])('%s is one', (address) => {
    expect(isTestEmailAddress(address)).toBe(true);
  });
  it.each(['jane@example.com', 'jane@clerk_test.com', 'clerk_test@example.com'])('%s is none', (address) => {
    expect(isTestEmailAddress(address)).toBe(false);
  });
  it('include the fictional phone numbers of North America', () => {
    expect(isTestPhoneNumber('+12015550100')).toBe(true);
    expect(isTestPhoneNumber('+1 (201) 555-0199')).toBe(true);
    expect(isTestPhoneNumber('+12015550200')).toBe(false);
    expect(isTestPhoneNumber('+492015550100')).toBe(false);
  });
});
