// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { AuthCookies } from '../core/auth-cookies.ts';
import { leaveForPrimary, returnToSatellite } from './satellite.ts';

const SIGN_IN = 'https://primary.test/sign-in';
const satellite = { isSatellite: true, instanceType: 'production' as const, proxyUrl: undefined, domain: 'clerk.satellite.test' };
const development = { ...satellite, instanceType: 'development' as const };

function visit(url: string): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
}

describe('a satellite that knows nobody', () => {
  const leave = (more: object = {}, signInUrl: string | undefined = SIGN_IN) => leaveForPrimary({ ...satellite, ...more }, new AuthCookies('suffix'), signInUrl)?.href;
  const here = 'https://www.satellite.test/page?a=1';
  const params = encodeURIComponent(here);

  it.each<[string, object, string]>([
    ['its Frontend API', {}, `https://clerk.satellite.test/v1/client/sync?redirect_url=${params}`],
    ['its proxy', { proxyUrl: 'https://www.satellite.test/__clerk/' }, `https://www.satellite.test/__clerk/v1/client/sync?redirect_url=${params}`],
    ['the primary’s sign-in page in development', development, `${SIGN_IN}?__clerk_satellite_url=${params}`],
  ])('asks %s', (_, more, expected) => {
    visit(here);
    expect(leave(more)).toBe(expected);
  });

  it('asks once, and no other sites do', () => {
    visit(`${here}&__clerk_synced=true`);
    expect(leave()).toBeUndefined();
    visit(here);
    expect(leave({ isSatellite: false })).toBeUndefined();
  });

  it.each<[string, object, string | undefined]>([
    ['satellite_domain_missing', { domain: '' }, SIGN_IN],
    ['satellite_sign_in_url_invalid', {}, '/sign-in'],
    ['satellite_sign_in_url_missing', development, ''],
  ])('says what it misses: %s', (code, more, signInUrl) => {
    visit(here);
    expect(() => leave(more, signInUrl)).toThrow(expect.objectContaining({ code }));
  });
});

describe('the primary domain', () => {
  const primary = { ...development, isSatellite: false, domain: '' };
  const asked = (target: string, more: object = {}) => {
    visit(`${SIGN_IN}?__clerk_satellite_url=${encodeURIComponent(target)}`);
    return returnToSatellite({ ...primary, ...more })?.href;
  };

  it('sends people back to the satellite that asked, in development', () => {
    expect(asked('https://www.satellite.test/page')).toBe('https://www.satellite.test/page?__clerk_synced=true');
    visit(SIGN_IN);
    expect(returnToSatellite(primary)).toBeNull();
  });

  it('leads nobody astray', () => {
    expect(asked('https://evil.test/', { instanceType: 'production' })).toBeUndefined();
    expect(asked('https://www.satellite.test/', { isSatellite: true })).toBeUndefined();
    for (const target of ['javascript:alert(1)', 'nonsense', 'data:text/html,x']) expect(asked(target)).toBeUndefined();
  });
});
