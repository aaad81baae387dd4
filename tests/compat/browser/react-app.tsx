/** An app as its authors write it for the official React SDK; nothing in it knows of Foyer. */
import { ClerkLoaded, ClerkProvider, Protect, RedirectToSignIn, SignedIn, SignedOut, SignIn, SignOutButton, SignUp, useAuth, useClerk, UserButton, UserProfile, useSession, useUser } from '@clerk/clerk-react';
import { createRoot } from 'react-dom/client';

declare global {
  interface Window {
    settings: { publishableKey: string; proxyUrl?: string; clerkJSUrl?: string };
  }
}

function Home() {
  const { user } = useUser();
  const { session } = useSession();
  const { getToken, userId, sessionId, isSignedIn } = useAuth();
  const { version } = useClerk();
  const showToken = async () => {
    document.title = (await getToken()) ?? 'no token';
  };
  return (
    <>
      <SignedOut>
        <p id="user">nobody</p>
      </SignedOut>
      <SignedIn>
        <p id="user">
          {user?.primaryEmailAddress?.emailAddress} {user?.fullName}
        </p>
        <p id="ids">{JSON.stringify({ userId, sessionId, isSignedIn, sameSession: session?.id === sessionId, sameUser: user?.id === userId })}</p>
        <UserButton />
        <Protect condition={(has) => !has({ role: 'org:admin' })} fallback={<p>an admin</p>}>
          <p id="protected">no admin</p>
        </Protect>
        <button id="token" onClick={showToken}>
          Token
        </button>
        <SignOutButton>
          <button id="sign-out">Sign out</button>
        </SignOutButton>
      </SignedIn>
      <p id="version">{version}</p>
    </>
  );
}

function Page() {
  const { pathname } = window.location;
  if (pathname.startsWith('/sign-in')) return <SignIn routing="path" path="/sign-in" />;
  if (pathname.startsWith('/sign-up')) return <SignUp routing="path" path="/sign-up" />;
  if (pathname.startsWith('/profile')) return <UserProfile routing="path" path="/profile" />;
  if (pathname.startsWith('/private')) return <RedirectToSignIn />;
  return <Home />;
}

createRoot(document.getElementById('app') as HTMLElement).render(
  <ClerkProvider {...window.settings} signInUrl="/sign-in" signUpUrl="/sign-up" signInFallbackRedirectUrl="/" signUpFallbackRedirectUrl="/" afterSignOutUrl="/" telemetry={false}>
    <ClerkLoaded>
      <Page />
    </ClerkLoaded>
  </ClerkProvider>,
);
