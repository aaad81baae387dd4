/** A JWT with these claims; its signature is only text, as no browser code looks at it. */
export function createJwt(claims: Record<string, unknown>): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [encode({ alg: 'RS256', typ: 'JWT' }), encode(claims), 'signature'].join('.');
}
