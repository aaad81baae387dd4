/** Parameters of domains. */
import { type Static, Type } from 'typebox';
import { Flag, Text } from '../parts.ts';
import { bodyParams, MaybeFlag, MaybeText } from './parts.ts';

export const CreateDomainParams = bodyParams('CreateDomainParams', {
  name: Type.String({ description: 'A host name; in development it may have a port.' }),
  is_satellite: Flag,
  proxy_url: MaybeText,
});
export type CreateDomainParams = Static<typeof CreateDomainParams>;

export const UpdateDomainParams = bodyParams('UpdateDomainParams', { name: MaybeText, proxy_url: MaybeText, is_secondary: MaybeFlag });
export type UpdateDomainParams = Static<typeof UpdateDomainParams>;

export const CreateProxyCheckParams = bodyParams('CreateProxyCheckParams', { domain_id: Type.Optional(Text), proxy_url: Type.Optional(Text) });
export type CreateProxyCheckParams = Static<typeof CreateProxyCheckParams>;
