/** The hosts under which an instance is known. */
import { type Static, Type } from 'typebox';
import { CreatedAndUpdated, Flag, kind, nullable, NullableText, NullableTimestamp, resource, Text } from '../parts.ts';
import { page } from './lists.ts';

export const CnameTarget = resource('CNameTarget', { host: Text, value: Text, required: Flag });

export const Domain = resource('Domain', {
  object: kind('domain'),
  id: Text,
  name: Text,
  is_satellite: Flag,
  frontend_api_url: Text,
  accounts_portal_url: Type.Optional(NullableText),
  proxy_url: Type.Optional(NullableText),
  development_origin: Text,
  cname_targets: Type.Optional(nullable(Type.Array(CnameTarget))),
});
export type DomainResource = Static<typeof Domain>;

export const Domains = page('Domains', Domain);

export const ProxyCheck = resource('ProxyCheck', {
  object: kind('proxy_check'),
  id: Text,
  domain_id: Text,
  last_run_at: NullableTimestamp,
  proxy_url: Text,
  successful: Flag,
  ...CreatedAndUpdated,
});
export type ProxyCheckResource = Static<typeof ProxyCheck>;
