import { type Static, Type } from 'typebox';
import { CreatedAndUpdated, kind, resource, Text } from '../parts.ts';

/** An address to which apps may be redirected with a signed-in session. */
export const RedirectUrl = resource('RedirectURL', { object: kind('redirect_url'), id: Text, url: Text, ...CreatedAndUpdated });
export type RedirectUrlResource = Static<typeof RedirectUrl>;

export const RedirectUrls = Type.Array(RedirectUrl);
