/** One Clerk object for the whole life of a provider: it stands in until the real one is there, then forwards. */
import { parsePublishableKey } from '@foyer/protocol/keys';
import type { ClerkStatus, LoadedClerk } from '@foyer/js/types';
import type { BrowserClerk, ProviderOptions } from './options.ts';
import { PendingCalls, type Invoke } from './pending-calls.ts';
import { forThisPage, proxyUrlOf } from './urls.ts';

/** What the facade asks of the provider's store. */
export interface FacadeHost {
  options: () => ProviderOptions;
  status: () => ClerkStatus;
  /** The real object, once it has loaded. */
  loaded: () => BrowserClerk | undefined;
  whenLoaded: () => Promise<BrowserClerk>;
  /** Members that have to work at any time, such as `addListener`. */
  own: Record<string, unknown>;
}

export interface Facade {
  clerk: LoadedClerk & BrowserClerk;
  /** Does what was asked for before the real object was there. */
  replay: (real: BrowserClerk) => void;
}

export function createFacade(host: FacadeHost): Facade {
  const pending = new PendingCalls(async () => invokerOf(await host.whenLoaded()));
  // `const { signOut } = useClerk()` must get the same function each time, and one that works alone.
  const methods = new Map<string, unknown>();

  const methodOf = (name: string): unknown => {
    if (!methods.has(name)) {
      methods.set(name, (...args: unknown[]) => {
        const real = host.loaded();
        return real ? invokerOf(real)(name, args) : pending.method(name)?.(...args);
      });
    }
    return methods.get(name);
  };

  const read = (name: string): unknown => {
    if (name === 'status') return host.status();
    const real = host.loaded();
    if (name in host.own) return host.own[name];
    if (!real) return pending.method(name) ? methodOf(name) : valueBeforeLoad(name, host.options());
    const value: unknown = Reflect.get(real, name);
    return typeof value === 'function' ? methodOf(name) : value;
  };

  const clerk = new Proxy({} as LoadedClerk & BrowserClerk, {
    get: (_, name) => (typeof name === 'string' ? read(name) : undefined),
    has: (_, name) => typeof name === 'string' && read(name) !== undefined,
  });
  return { clerk, replay: (real) => pending.replay(invokerOf(real)) };
}

function invokerOf(clerk: BrowserClerk): Invoke {
  return (method, args) => {
    const found: unknown = Reflect.get(clerk, method);
    if (typeof found !== 'function') throw new Error(`The Clerk object of this page has no ${method}(). Is the browser script older than @foyer/react?`);
    return Reflect.apply(found, clerk, args);
  };
}

/** What can be said about an instance from its key alone. */
function valueBeforeLoad(name: string, options: ProviderOptions): unknown {
  switch (name) {
    case 'loaded':
    case 'isSignedIn':
      return false;
    case 'publishableKey':
      return options.publishableKey;
    case 'proxyUrl':
      return proxyUrlOf(options);
    case 'domain':
      return forThisPage(options.domain) ?? '';
    case 'frontendApi':
      return parsePublishableKey(options.publishableKey)?.frontendApi;
    case 'instanceType':
      return parsePublishableKey(options.publishableKey)?.instanceType;
    case 'isStandardBrowser':
      return options.standardBrowser ?? true;
    case '__internal_getOption':
      return (key: keyof ProviderOptions) => options[key];
    default:
      return undefined;
  }
}
