import { ClerkLoading, SignedIn, SignedOut, SignInButton, useUser } from '@foyer/react';
import { Link } from './router.tsx';
import { WhoAmI } from './who-am-i.tsx';

export function Home() {
  return (
    <>
      <ClerkLoading>
        <section className="card" aria-busy="true">
          <p className="soft">One moment…</p>
        </section>
      </ClerkLoading>
      <SignedOut>
        <Welcome />
      </SignedOut>
      <SignedIn>
        <Greeting />
        <WhoAmI />
      </SignedIn>
    </>
  );
}

function Welcome() {
  return (
    <section className="card">
      <h1>Come in.</h1>
      <p>This little app keeps its users in Foyer. Make an account and look around: everything stays on your machine.</p>
      <p className="row">
        <Link to="/sign-up" className="button">
          Create an account
        </Link>
        <SignInButton>
          <button type="button" className="quiet">
            I have one already
          </button>
        </SignInButton>
      </p>
    </section>
  );
}

function Greeting() {
  const { user } = useUser();
  const name = user?.firstName ?? user?.username ?? user?.primaryEmailAddress?.emailAddress;
  return (
    <section className="card">
      <h1>Hello, {name}.</h1>
      <p>
        You are signed in{user?.primaryEmailAddress && ` as ${user.primaryEmailAddress.emailAddress}`}. Your name, email addresses and
        password are in <Link to="/profile">your profile</Link>.
      </p>
    </section>
  );
}
