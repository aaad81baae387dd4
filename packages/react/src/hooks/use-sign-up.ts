import type { SetActive, SignUpResource } from '@foyer/js/types';
import { useClerkState } from '../context.ts';

export type UseSignUpReturn =
  | { isLoaded: false; signUp: undefined; setActive: undefined }
  | { isLoaded: true; signUp: SignUpResource; setActive: SetActive };

/** The attempt to sign up, to build one's own form upon. Docs: reference/hooks/use-sign-up. */
export function useSignUp(): UseSignUpReturn {
  const { resources, clerk } = useClerkState('useSignUp()');
  if (!resources) return { isLoaded: false, signUp: undefined, setActive: undefined };
  return { isLoaded: true, signUp: resources.client.signUp, setActive: clerk.setActive };
}
