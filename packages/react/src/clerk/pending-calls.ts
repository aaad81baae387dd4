/** What is asked of the Clerk object before it is there, kept until it can be done. */

type Method = (...args: unknown[]) => unknown;
/** Calls a method of the real Clerk object. */
export type Invoke = (method: string, args: unknown[]) => unknown;

interface Waiting {
  method: string;
  args: unknown[];
}

/** Before load these answer with a promise that follows the real call. */
const EVENTUAL = /^(signOut|setActive|navigate|redirectTo|redirectWith|handle|authenticateWith|createOrganization|getOrganization|joinWaitlist)/;
const MOUNT = /^(mount|unmount)([A-Z].*)$/;
const OPEN = /^(open|close|__internal_open|__internal_close)([A-Z].*)$/;

export class PendingCalls {
  /** By node or, for modals, by name: what was mounted and unmounted again is not mounted at all. */
  readonly #waiting = new Map<unknown, Waiting>();
  readonly #whenLoaded: () => Promise<Invoke>;

  constructor(whenLoaded: () => Promise<Invoke>) {
    this.#whenLoaded = whenLoaded;
  }

  /** The stand-in for a method; `undefined` for a name that is no method we know. */
  method(name: string): Method | undefined {
    if (name === '__unstable__updateProps') return (params) => this.#update(params as { node?: unknown; props?: object });
    if (name.startsWith('build')) return () => '';
    if (EVENTUAL.test(name)) return (...args) => this.#whenLoaded().then((invoke) => invoke(name, args));
    const [, doing, component] = MOUNT.exec(name) ?? OPEN.exec(name) ?? [];
    if (!doing) return undefined;
    const isModal = OPEN.test(name);
    return (...args) => {
      const place = isModal ? component : args[0];
      this.#waiting.delete(place);
      if (doing !== 'unmount' && !doing.endsWith('close')) this.#waiting.set(place, { method: name, args });
    };
  }

  /** Does, in order, what has been waiting. */
  replay(invoke: Invoke): void {
    const calls = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { method, args } of calls) invoke(method, args);
  }

  /** New properties of a component that is still to be mounted. */
  #update({ node, props }: { node?: unknown; props?: object }): void {
    const waiting = this.#waiting.get(node);
    if (waiting) waiting.args = [node, { ...(waiting.args[1] as object | undefined), ...props }];
  }
}
