import { cookieSuffix as computeSuffix } from '@foyer/protocol/keys';

const suffixes = new Map<string, string>();

/** Suffix of an instance's cookies; at once after the first time. */
export function cookieSuffix(publishableKey: string): string | Promise<string> {
  return suffixes.get(publishableKey) ?? computeAndKeep(publishableKey);
}

async function computeAndKeep(publishableKey: string): Promise<string> {
  const suffix = await computeSuffix(publishableKey);
  suffixes.set(publishableKey, suffix);
  return suffix;
}
