import type { SetActive, SignInResource } from '@foyer/js/types';
import { useClerkState } from '../context.ts';

export type UseSignInReturn =
  | { isLoaded: false; signIn: undefined; setActive: undefined }
  | { isLoaded: true; signIn: SignInResource; setActive: SetActive };

/** The attempt to sign in, to build one's own form upon. Docs: reference/hooks/use-sign-in. */
export function useSignIn(): UseSignInReturn {
  const { resources, clerk } = useClerkState('useSignIn()');
  if (!resources) return { isLoaded: false, signIn: undefined, setActive: undefined };
  return { isLoaded: true, signIn: resources.client.signIn, setActive: clerk.setActive };
}
