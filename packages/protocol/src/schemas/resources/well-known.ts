/** What phones ask of a host about its apps. */
import { type Static, Type } from 'typebox';
import { oneOf, part, resource, Text } from '../parts.ts';

/** What iOS asks of a host: which apps may use the passkeys and passwords of its people. */
export const AppleAppSiteAssociation = resource('AppleAppSiteAssociation', {
  webcredentials: part({ apps: Type.Array(Type.String({ description: 'App ID prefix, a dot, bundle ID.' })) }),
});
export type AppleAppSiteAssociationResource = Static<typeof AppleAppSiteAssociation>;

/** What Android asks of a host: which apps open its links, and may use the passkeys and passwords of its people. */
export const AssetLinks = Type.Array(
  part({
    relation: Type.Array(oneOf(['delegate_permission/common.handle_all_urls', 'delegate_permission/common.get_login_creds'])),
    target: part({ namespace: Text, package_name: Text, sha256_cert_fingerprints: Type.Array(Text) }),
  }),
);
export type AssetLinksResource = Static<typeof AssetLinks>;
