export { loadAttempt } from './attempt.ts';
export { findCurrentSignIn } from './current.ts';
export { signInResource } from './resource.ts';
