// A page in React.
import { ClerkProvider, SignedIn, SignInButton, useAuth, UserButton, useUser } from '@foyer/react';
import { isClerkAPIResponseError } from '@foyer/react/errors';

export function Page() {
  return (
    <ClerkProvider publishableKey="pk_test_1">
      <SignedIn>
        <UserButton />
        <Name />
      </SignedIn>
      <SignInButton mode="modal" />
    </ClerkProvider>
  );
}

function Name() {
  const { user } = useUser();
  const { getToken } = useAuth();
  void getToken().catch((error: unknown) => isClerkAPIResponseError(error));
  return <p>{user?.firstName}</p>;
}

// @ts-expect-error Neither are there properties that nobody has declared.
export const wrong = <SignInButton mode="nowhere" />;
