/** Resources as they are on the wire. */
export type * from './billing-events.ts';
export type * from './billing.ts';
export type * from './common.ts';
export type * from './instance.ts';
export type * from './machine.ts';
export type * from './metadata.ts';
export type * from './organization.ts';
export type * from './saml.ts';
export type * from './session.ts';
export type * from './sign-up.ts';
export type * from './user.ts';
