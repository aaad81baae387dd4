/** The public types of the browser SDK, under the documented names. */
import './metadata.ts';

export type { ClerkAPIResponseError, ClerkError, ClerkRuntimeError } from '../core/errors.ts';
export type * from './appearance.ts';
export type * from './clerk.ts';
export type * from './client.ts';
export type * from './common.ts';
export type * from './components.ts';
export type * from './environment.ts';
export type * from './factors.ts';
export type * from './futures.ts';
export type * from './identifications.ts';
export type * from './navigation.ts';
export type * from './organization-params.ts';
export type * from './organization.ts';
export type * from './passkeys.ts';
export type * from './passwords.ts';
export type * from './session.ts';
export type * from './sign-in-future.ts';
export type * from './sign-in.ts';
export type * from './sign-up-future.ts';
export type * from './sign-up.ts';
export type * from './steps.ts';
export type * from './strategies.ts';
export type * from './ui.ts';
export type * from './user.ts';
export type * from './verification.ts';
