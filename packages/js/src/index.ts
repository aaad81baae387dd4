/** @packageDocumentation The browser's Clerk object, for apps that bundle it themselves. */
export { Clerk } from './clerk/clerk.ts';
export type * from './types/index.ts';
export * from './errors.ts';
