/** Which instance this is, and where its Frontend API is reached. */
import { isDevelopmentHost, parsePublishableKey } from '@foyer/protocol/keys';
import { ClerkRuntimeError } from '../core/errors.ts';
import type { InstanceType } from '../types/common.ts';
import { serverOfScript } from './script.ts';

/** Where a development server of Foyer listens unless told otherwise, and unless the script came from another. */
const LOCAL_SERVER = 'http://localhost:4000';

export interface DomainOrProxyUrl {
  /** Absolute, or a path of this origin. */
  proxyUrl?: string | ((url: URL) => string) | undefined;
  domain?: string | ((url: URL) => string) | undefined;
}

export interface Connection {
  publishableKey: string;
  instanceType: InstanceType;
  /** Host in the publishable key. */
  frontendApi: string;
  proxyUrl: string | undefined;
  /** Of a satellite; in production the name at which its Frontend API is reached, which begins with `clerk.`. */
  domain: string;
  /** Without a slash at the end; calls append `/v1/…`. */
  baseUrl: string;
  /** Whether this browser needs an identity apart from FAPI's cookies. */
  needsDevBrowser: boolean;
}

/** @throws {ClerkRuntimeError} `publishable_key_invalid` */
export function connect(publishableKey: string, options: DomainOrProxyUrl = {}): Connection {
  const key = parsePublishableKey(publishableKey);
  if (!key) {
    const message = `The publishable key "${publishableKey}" is not valid. Copy it from the dashboard, under API keys.`;
    throw new ClerkRuntimeError(message, { code: 'publishable_key_invalid' });
  }
  const needsDevBrowser = isDevelopmentHost(key.frontendApi);
  const given = resolve(options.domain).replace(/^https?:\/\//, '');
  const domain = key.instanceType === 'production' && given ? given.replace(/^(clerk\.)?/, 'clerk.') : given;
  const proxy = resolve(options.proxyUrl);
  const proxyUrl = proxy ? new URL(proxy, pageUrl()).href : isLocal(key.frontendApi) ? (serverOfScript(key.frontendApi) ?? LOCAL_SERVER) : undefined;
  const host = (key.instanceType === 'production' && domain) || key.frontendApi;
  return {
    ...key,
    publishableKey,
    proxyUrl,
    domain,
    baseUrl: (proxyUrl ?? `https://${host}`).replace(/\/$/, ''),
    needsDevBrowser,
  };
}

/** As a rule nothing answers at these names: they only mark the key as a development one. */
function isLocal(frontendApi: string): boolean {
  return frontendApi.endsWith('.clerk.accounts.dev');
}

function resolve(setting: string | ((url: URL) => string) | undefined): string {
  if (typeof setting !== 'function') return setting ?? '';
  const url = pageUrl();
  return url ? setting(new URL(url)) : '';
}

function pageUrl(): string | undefined {
  return globalThis.window?.location?.href;
}
