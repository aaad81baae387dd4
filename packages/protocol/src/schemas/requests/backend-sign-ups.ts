import type { Static } from 'typebox';
import { MaybeFlag, MaybeText, resource } from './parts.ts';

export const UpdateBackendSignUpParams = resource('UpdateBackendSignUpParams', {
  external_id: MaybeText,
  custom_action: MaybeFlag,
});
export type UpdateBackendSignUpParams = Static<typeof UpdateBackendSignUpParams>;
