/** Where the official documents are narrower than the product they describe, and what is checked instead. */
import type { ApiVersion } from '../versions.ts';
import type { OpenApiDocument } from './official-document.ts';

/**
 * The documents hold some components twice, because their operations were written at different times; only one form
 * knows pending sessions and email links as a second factor. A client is one thing, so the fuller form is meant.
 */
const WRITTEN_TWICE = ['Client.SessionBase', 'Client.Session', 'Client.SignIn', 'Client.Client'];
const FULLER_SUFFIX: Record<ApiVersion, string> = { '2025-04-10': '', '2025-11-10': '-2' };

/** Corrects a document in place. */
export function correctDocument(document: OpenApiDocument, version: ApiVersion): void {
  const { schemas } = document.components;
  for (const name of WRITTEN_TWICE) {
    const fuller = schemas[name + FULLER_SUFFIX[version]];
    if (fuller && schemas[`${name}-2`]) schemas[name] = schemas[`${name}-2`] = fuller;
  }
  // A factor's strategy lists the providers of some test instance.
  const strategy = schemas['Stubs.SignInFactor']?.properties?.['strategy'];
  if (strategy) delete strategy.enum;
  // Custom providers have digits and underscores in their key, and so has `linkedin_oidc`.
  for (const name of ['verification_oauth', 'verification_from_oauth', 'IdentificationLink']) {
    const { strategy: proof, type } = schemas[name]?.properties ?? {};
    for (const text of [proof, type]) if (text?.pattern) text.pattern = text.pattern.replace('[a-z]+$', '[a-z0-9_]+$');
  }
  // SDKs ask whether there are personal accounts; servers set it where they set the rest.
  for (const name of ['Client.OrganizationSettings', 'OrganizationSettings']) {
    const settings = schemas[name]?.properties;
    if (settings) settings['force_organization_selection'] = { type: 'boolean' };
  }
  // SDKs set and read it, though no document says so.
  const restrictions = schemas['InstanceRestrictions']?.properties;
  if (restrictions) restrictions['ignore_dots_for_gmail_addresses'] = { type: 'boolean' };
  // The social providers are listed, too; any of them, and custom ones, may be there.
  const socials = schemas['UserSettings.Socials'];
  if (socials) socials.additionalProperties = { $ref: '#/components/schemas/UserSettings.Social' };
}
