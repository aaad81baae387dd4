export { findCurrentSignIn } from './current.ts';
export { signInResource } from './resource.ts';
