import type { UserResource } from '@foyer/js/types';
import { useScope } from '../../foundation/scope.ts';

/** The signed-in person; the profile is not drawn without one. */
export function useUser(): UserResource {
  const { user } = useScope().clerk;
  if (!user) throw new Error('The profile needs a signed-in user.');
  return user;
}
