import { apiError } from '@foyer/protocol/errors';
import { errors, jwtVerify, type JWTPayload } from 'jose';
import { normaliseEmailAddress } from '../../people/identifiers.ts';
import type { ExternalProfile } from '../../people/external-accounts/service.ts';
import { isTestIdentity } from '../../people/verifications/service.ts';
import { now, type Context } from '../../platform/context.ts';
import { isSubaddress } from '../restrictions/patterns.ts';
import { keysAt } from './keys.ts';

/** Clocks differ a little; seconds. */
const TOLERANCE = 10;
/** What `openid email profile` is granted with One Tap: who somebody is, and nothing of what is theirs. */
const SCOPES = 'email openid profile';

/** What Google says of who pressed its button. */
export interface GoogleAnswer {
  profile: ExternalProfile;
  token: string;
  /** After this moment the token is refused anyway. */
  expiresAt: Date;
}

/**
 * Reads the token of Google One Tap: an ID token (OpenID Connect Core §2), checked as §3.1.3.7 says.
 * Asks Google for its keys, and so must not be called inside a transaction.
 *
 * @throws ApiError `google_one_tap_token_invalid`, `oauth_provider_not_enabled`, `not_allowed_access`
 */
export async function readGoogleToken(ctx: Context, token: string | null | undefined): Promise<GoogleAnswer> {
  const { enabled, client_ids: audience, issuer, jwks_url: jwksUrl, block_email_subaddresses: blocks } = ctx.instance.settings.google_one_tap;
  if (!enabled || audience.length === 0) throw apiError('oauth_provider_not_enabled', { param: 'strategy' });
  if (!token) throw apiError(token === undefined ? 'form_param_missing' : 'form_param_nil', { param: 'token' });
  const claims = await verified(token, jwksUrl, { audience, issuer: spellings(issuer), currentDate: now(ctx) });
  const profile = profileOf(claims);
  // Whoever administers a Google organization cannot take such an address away (social-connections/google).
  const address = profile.emailAddress;
  if (blocks && address !== null && isSubaddress(address) && !isTestIdentity(ctx.instance, address)) {
    throw apiError('not_allowed_access', { longMessage: 'Google accounts with +, = or # in their address are not accepted here. Use another way.' });
  }
  return { profile, token, expiresAt: new Date(((claims.exp ?? 0) + TOLERANCE) * 1000) };
}

async function verified(token: string, jwksUrl: string, expected: { audience: string[]; issuer: string[]; currentDate: Date }): Promise<JWTPayload> {
  try {
    // RS256 alone: a token must not choose how it is checked (RFC 8725 §3.1).
    const { payload } = await jwtVerify(token, keysAt(jwksUrl), { ...expected, algorithms: ['RS256'], clockTolerance: TOLERANCE, requiredClaims: ['sub', 'iat', 'exp'] });
    return payload;
  } catch (cause) {
    if (cause instanceof errors.JWKSTimeout || !(cause instanceof errors.JOSEError)) {
      throw apiError('google_one_tap_token_invalid', { cause, longMessage: 'Google could not be asked just now. Please try again.' });
    }
    throw apiError('google_one_tap_token_invalid', { cause });
  }
}

/** Google has signed with and without the scheme ("Verify the Google ID token on your server side"). */
function spellings(issuer: string): string[] {
  return [issuer, issuer.replace(/^https:\/\//, '')];
}

function profileOf(claims: JWTPayload): ExternalProfile {
  const text = (name: string) => (typeof claims[name] === 'string' && claims[name] !== '' ? (claims[name] as string).slice(0, 256) : null);
  return {
    provider: 'oauth_google',
    providerUserId: claims.sub ?? '',
    approvedScopes: SCOPES,
    emailAddress: normaliseEmailAddress(text('email') ?? ''),
    emailAddressVerified: claims['email_verified'] === true,
    firstName: text('given_name'),
    lastName: text('family_name'),
    imageUrl: text('picture'),
  };
}
