import type { Static } from 'typebox';
import { NullableText, resource } from '../parts.ts';
import { SignUp } from '../resources/sign-up.ts';

/** A sign-up as servers see it. */
export const BackendSignUp = resource('BackendSignUp', { ...SignUp.properties, locale: NullableText });
export type BackendSignUpResource = Static<typeof BackendSignUp>;
