import { apiError } from '@foyer/protocol/errors';
import type { Context } from '../../platform/context.ts';

/**
 * Refuses sign-ups where they are not open to everyone.
 *
 * @throws ApiError `sign_up_mode_restricted`, `sign_up_restricted_waitlist`
 */
export function requireOpenSignUps({ instance }: Context): void {
  const { mode } = instance.settings.sign_up;
  if (mode === 'restricted') throw apiError('sign_up_mode_restricted');
  if (mode === 'waitlist') throw apiError('sign_up_restricted_waitlist');
}
