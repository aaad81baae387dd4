/** The Clerk object of a provider as something React can subscribe to. */
import type { ClerkStatus, ListenerCallback, LoadedClerk, Resources, UnsubscribeCallback } from '@foyer/js/types';
import { createDeferred } from './deferred.ts';
import { createFacade, type Facade } from './facade.ts';
import { loadScript } from './load-script.ts';
import { changedOptions, loadOptions, type BrowserClerk, type ProviderOptions } from './options.ts';
import { forThisPage, proxyUrlOf } from './urls.ts';
import { VERSION } from '../version.ts';

/** Immutable: a new one at each change. */
export interface ClerkSnapshot {
  status: ClerkStatus;
  /** Absent until the Clerk object has loaded. */
  resources: Resources | undefined;
}

type StatusHandler = (status: ClerkStatus) => void;

const LOADING: ClerkSnapshot = { status: 'loading', resources: undefined };

export class ClerkStore {
  /** The same object from first render on; calls made early are done once it has loaded. */
  readonly clerk: LoadedClerk & BrowserClerk;
  #options: ProviderOptions;
  #snapshot = LOADING;
  #real: BrowserClerk | undefined;
  #loading: Promise<BrowserClerk> | undefined;
  #isConnected = false;
  #unfollow: () => void = () => undefined;
  readonly #facade: Facade;
  readonly #subscribers = new Set<() => void>();
  readonly #listeners = new Set<ListenerCallback>();
  readonly #statusHandlers = new Set<StatusHandler>();
  readonly #loaded = createDeferred<BrowserClerk>();

  constructor(options: ProviderOptions) {
    // Says at once, and at the place where it was written, that a key is wrong.
    proxyUrlOf(options);
    this.#options = options;
    // Who waits for it hears of a failure; when nobody does, `load` has logged it.
    this.#loaded.promise.catch(() => undefined);
    this.#facade = createFacade({
      options: () => this.#options,
      status: () => this.#snapshot.status,
      loaded: () => this.#real,
      whenLoaded: () => this.whenLoaded(),
      own: { addListener: this.#addListener, on: this.#on, off: this.#off, load: this.load },
    });
    this.clerk = this.#facade.clerk;
  }

  readonly subscribe = (subscriber: () => void): (() => void) => {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  };

  readonly getSnapshot = (): ClerkSnapshot => this.#snapshot;
  /** On a server, and while its page is taken over, nothing has loaded. */
  readonly getServerSnapshot = (): ClerkSnapshot => LOADING;

  option<K extends keyof ProviderOptions>(key: K): ProviderOptions[K] {
    return this.#options[key];
  }

  /** Takes over the provider's new properties: how things look and read, and where they lead, changes at once. */
  update(options: ProviderOptions): void {
    const before = this.#options;
    this.#options = options;
    const changed = changedOptions(loadOptions(before), loadOptions(options));
    if (changed) this.#real?.__unstable__updateProps?.(changed);
  }

  /**
   * Follows the Clerk object as long as a provider is on the page, and loads it the first time.
   * @returns stops following; a provider that is mounted again (as React's strict mode does) begins anew
   */
  readonly connect = (): (() => void) => {
    this.#isConnected = true;
    if (this.#real) this.#follow(this.#real);
    else void this.load();
    return () => {
      this.#isConnected = false;
      this.#unfollow();
    };
  };

  /** Waits for the real Clerk object, however it comes. */
  whenLoaded(): Promise<BrowserClerk> {
    return this.#loaded.promise;
  }

  /** Loads the script and the Clerk object, the first time it is called; a failure ends in the status `error`. */
  readonly load = async (): Promise<void> => {
    this.#loading ??= this.#obtain();
    try {
      await this.#loading;
    } catch (error) {
      if (this.#snapshot.status === 'error') return;
      console.error('Foyer could not be loaded.', error);
      this.#loaded.reject(error);
      this.#setStatus('error');
    }
  };

  async #obtain(): Promise<BrowserClerk> {
    const clerk = await this.#find();
    if (!clerk.loaded) await clerk.load({ sdkMetadata: { name: '@foyer/react', version: VERSION }, ...loadOptions(this.#options), ...this.#router() });
    this.#attach(clerk);
    return clerk;
  }

  async #find(): Promise<BrowserClerk> {
    const { Clerk: given, publishableKey, domain } = this.#options;
    if (!given) return loadScript(this.#options);
    if (typeof given !== 'function') return given;
    const proxyUrl = proxyUrlOf(this.#options);
    return new given(publishableKey, proxyUrl ? { proxyUrl } : { domain: forThisPage(domain) });
  }

  /** The app's router as it is when it is asked: the functions are mostly new at each render. */
  #router(): Pick<ProviderOptions, 'routerPush' | 'routerReplace'> {
    const { routerPush, routerReplace } = this.#options;
    return {
      ...(routerPush && { routerPush: (...to) => (this.#options.routerPush ?? routerPush)(...to) }),
      ...(routerReplace && { routerReplace: (...to) => (this.#options.routerReplace ?? routerReplace)(...to) }),
    };
  }

  #attach(clerk: BrowserClerk): void {
    this.#real = clerk;
    if (this.#isConnected) this.#follow(clerk);
    this.#facade.replay(clerk);
    this.#loaded.resolve(clerk);
  }

  #follow(clerk: BrowserClerk): void {
    const onStatus = (status: ClerkStatus) => this.#setStatus(status);
    const stop = clerk.addListener((resources) => {
      this.#set({ ...this.#snapshot, resources });
      for (const listener of this.#listeners) listener(resources);
    });
    clerk.on('status', onStatus);
    this.#setStatus(clerk.status);
    this.#unfollow = () => {
      stop();
      clerk.off('status', onStatus);
      this.#unfollow = () => undefined;
    };
  }

  readonly #addListener = (listener: ListenerCallback): UnsubscribeCallback => {
    this.#listeners.add(listener);
    if (this.#snapshot.resources) listener(this.#snapshot.resources);
    return () => this.#listeners.delete(listener);
  };

  readonly #on = (_event: 'status', handler: StatusHandler, options?: { notify: boolean }): void => {
    this.#statusHandlers.add(handler);
    if (options?.notify) handler(this.#snapshot.status);
  };

  /** Without a handler: nobody hears any more. */
  readonly #off = (_event: 'status', handler?: StatusHandler): void => {
    if (handler) this.#statusHandlers.delete(handler);
    else this.#statusHandlers.clear();
  };

  #setStatus(status: ClerkStatus): void {
    if (status === this.#snapshot.status) return;
    this.#set({ ...this.#snapshot, status });
    for (const handler of this.#statusHandlers) handler(status);
  }

  #set(snapshot: ClerkSnapshot): void {
    this.#snapshot = snapshot;
    for (const subscriber of this.#subscribers) subscriber();
  }
}
