import { ClerkRuntimeError } from '../core/errors.ts';
import { VERSION } from '../core/version.ts';
import type { UiControls, UiHost, UiModule } from '../types/ui.ts';
import { script } from './script.ts';

/** Set by the build of the browser script: changes whenever the components do, so that they can be cached for long. */
declare const __FOYER_UI_BUILD__: string | undefined;

/** Set by the same build: the files, beside the first, to fetch ahead of the first component. */
declare const __FOYER_UI_MODULES__: string[] | undefined;

const BUILD = typeof __FOYER_UI_BUILD__ === 'string' ? __FOYER_UI_BUILD__ : VERSION;
const MODULES = typeof __FOYER_UI_MODULES__ === 'undefined' ? [] : __FOYER_UI_MODULES__;

/** Where the components are: beside the browser script, or else where the server keeps it. */
export function uiUrl(scriptUrl: string | undefined, baseUrl: string): string {
  const script = scriptUrl ?? `${baseUrl}/npm/@foyer/js@${VERSION}/dist/clerk.browser.js`;
  return new URL(`ui/index.js?v=${BUILD}`, script).href;
}

/** Fetches the components at the first need, once; a failed fetch is tried again at the next need. */
export class UiLoader {
  readonly #url: () => string;
  readonly #host: () => UiHost;
  #controls: Promise<UiControls> | undefined;

  constructor(url: () => string, host: () => UiHost) {
    this.#url = url;
    this.#host = host;
  }

  load(): Promise<UiControls> {
    this.#controls ??= this.#import().catch((cause: unknown) => {
      this.#controls = undefined;
      const message = `The components at ${this.#url()} could not be loaded. Check the connection, and that this page's Content-Security-Policy allows scripts from there.`;
      throw new ClerkRuntimeError(message, { code: 'failed_to_load_components', cause });
    });
    return this.#controls;
  }

  /**
   * Lets the browser fetch, when it has nothing better to do, what the first component will need: while the Clerk
   * object waits for the server there is time for that.
   */
  prefetch(): void {
    if (MODULES.length === 0 || this.#controls) return;
    const url = this.#url();
    for (const name of ['', ...MODULES]) {
      const link = document.createElement('link');
      link.rel = 'modulepreload';
      link.href = name ? new URL(name, url).href : url;
      link.fetchPriority = 'low';
      link.nonce = script.nonce;
      document.head.append(link);
    }
  }

  /** Does something with the components, if there are any yet. */
  whenLoaded(action: (controls: UiControls) => void): void {
    // A failure to load has been reported to whoever wanted to see the components.
    this.#controls?.then(action, () => undefined);
  }

  async #import(): Promise<UiControls> {
    const url = this.#url();
    // Bundlers of the app must leave this import to the browser.
    const { createUi } = (await import(/* webpackIgnore: true */ /* @vite-ignore */ url)) as UiModule;
    return createUi(this.#host());
  }
}
