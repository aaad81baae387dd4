/** @packageDocumentation React for Foyer: the provider, hooks and components. */
export { ClerkProvider, type ClerkProviderProps } from './clerk-provider.tsx';
export { SignInButton, SignInWithMetamaskButton, SignOutButton, SignUpButton } from './buttons/buttons.tsx';
export type { SignInButtonProps, SignOutButtonProps, SignUpButtonProps } from './buttons/buttons.tsx';
export * from './components/index.ts';
export * from './control/index.ts';
export * from './hooks/index.ts';
export { isClerkAPIResponseError, isClerkRuntimeError, isEmailLinkError, EmailLinkErrorCodeStatus } from '@foyer/js/errors';
