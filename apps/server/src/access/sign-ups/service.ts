export { findCurrentSignUp } from './current.ts';
export { signUpResource } from './resource.ts';
