export { ClerkDegraded, ClerkFailed, ClerkLoaded, ClerkLoading } from './clerk-status.tsx';
export { Protect, type ProtectProps } from './protect.tsx';
export {
  AuthenticateWithRedirectCallback,
  RedirectToCreateOrganization,
  RedirectToOrganizationProfile,
  RedirectToSignIn,
  RedirectToSignUp,
  RedirectToTasks,
  RedirectToUserProfile,
} from './redirects.tsx';
export { SignedIn, SignedOut, type SignedInProps } from './signed-in.tsx';
