import { ClerkFailed, RedirectToSignIn, SignedIn, SignedOut, SignIn, SignInButton, SignUp, UserButton, UserProfile } from '@foyer/react';
import { Home } from './home.tsx';
import { Link, usePath } from './router.tsx';

export function App() {
  return (
    <>
      <Header />
      <main>
        <ClerkFailed>
          <p className="notice" role="alert">
            Foyer does not answer. Is it running? Start it with <code>npm start</code> and load this page again.
          </p>
        </ClerkFailed>
        <Page path={usePath()} />
      </main>
    </>
  );
}

function Header() {
  return (
    <header>
      <Link to="/" className="brand">
        Foyer <span>example</span>
      </Link>
      <nav aria-label="Main">
        <SignedIn>
          <Link to="/profile">Profile</Link>
          <UserButton userProfileMode="navigation" userProfileUrl="/profile" fallback={<span className="avatar" />} />
        </SignedIn>
        <SignedOut>
          <SignInButton mode="modal">
            <button type="button" className="quiet">
              Sign in
            </button>
          </SignInButton>
          <Link to="/sign-up" className="button">
            Sign up
          </Link>
        </SignedOut>
      </nav>
    </header>
  );
}

function Page({ path }: { path: string }) {
  const [, section] = path.split('/');
  switch (section) {
    case '':
      return <Home />;
    case 'sign-in':
      return <SignIn routing="path" path="/sign-in" />;
    case 'sign-up':
      return <SignUp routing="path" path="/sign-up" />;
    case 'profile':
      return (
        <>
          <SignedIn>
            <UserProfile routing="path" path="/profile" />
          </SignedIn>
          <SignedOut>
            <RedirectToSignIn />
          </SignedOut>
        </>
      );
    default:
      return (
        <section className="card">
          <h1>There is no such page</h1>
          <Link to="/">Back to the start</Link>
        </section>
      );
  }
}
