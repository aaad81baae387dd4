import { isDisposableEmailDomain } from 'disposable-email-domains-js';
import { domainOf } from './patterns.ts';

/** Whether an email address is at a service that gives addresses away for a few minutes, or at a subdomain of one. */
export function isDisposable(address: string): boolean {
  const labels = domainOf(address).split('.');
  return labels.slice(0, -1).some((_, index) => isDisposableEmailDomain(labels.slice(index).join('.')));
}
