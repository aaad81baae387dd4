import type { Static } from 'typebox';
import { bodyParams, MaybeFlag, MaybeText } from './parts.ts';

export const UpdateBackendSignUpParams = bodyParams('UpdateBackendSignUpParams', {
  external_id: MaybeText,
  custom_action: MaybeFlag,
});
export type UpdateBackendSignUpParams = Static<typeof UpdateBackendSignUpParams>;
