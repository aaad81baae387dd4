/** @packageDocumentation For packages that build on this one, such as those of server frameworks. No promises are made about it. */
export { authStateOf, type AuthState, type InitialState } from './auth-state.ts';
export { scriptAttributes as buildClerkJsScriptAttributes } from './clerk/load-script.ts';
export { proxyUrlOf, scriptUrlOf as clerkJsScriptUrl } from './clerk/urls.ts';
export type { BrowserClerk, ClerkSource, ProviderOptions } from './clerk/options.ts';
