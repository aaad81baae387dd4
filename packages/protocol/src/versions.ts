/**
 * API versions. A caller names one with the query parameter `__clerk_api_version` (browsers) or the header
 * `Clerk-API-Version` (servers), never both; without either it gets the newest. Source: upgrading/versioning.
 */

export const API_VERSIONS = ['2025-04-10', '2025-11-10'] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

export const LATEST_API_VERSION: ApiVersion = '2025-11-10';
/** What a request gets that names no version. */
export const DEFAULT_API_VERSION: ApiVersion = LATEST_API_VERSION;

export const API_VERSION_QUERY = '__clerk_api_version';
export const API_VERSION_HEADER = 'clerk-api-version';

export type VersionChoice = { version: ApiVersion } | { problem: 'unsupported' | 'ambiguous' };

/**
 * Decides the version of a request. A repeated parameter counts as ambiguous when its values differ.
 * Both problems are answered with `api_version_invalid`.
 */
export function chooseApiVersion(source: {
  query?: string | readonly string[] | undefined;
  header?: string | readonly string[] | undefined;
}): VersionChoice {
  // As nearly every browser asks: by a query parameter of the newest version.
  if (source.query === LATEST_API_VERSION && source.header === undefined) return { version: LATEST_API_VERSION };
  const query = valuesOf(source.query);
  const header = valuesOf(source.header);
  if (query.size + header.size > 1) return { problem: 'ambiguous' };
  const [named] = [...query, ...header];
  if (named === undefined) return { version: DEFAULT_API_VERSION };
  return isApiVersion(named) ? { version: named } : { problem: 'unsupported' };
}

export function isApiVersion(text: string): text is ApiVersion {
  return (API_VERSIONS as readonly string[]).includes(text);
}

/** Versions are dates, so text order is age order. */
export function isAtLeast(version: ApiVersion, other: ApiVersion): boolean {
  return version >= other;
}

function valuesOf(source: string | readonly string[] | undefined): Set<string> {
  const values = source === undefined ? [] : typeof source === 'string' ? [source] : source;
  return new Set(values.filter((value) => value !== ''));
}
