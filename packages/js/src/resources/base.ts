import { bindMethods } from '../core/bind-methods.ts';
import type { Params } from '../core/form.ts';
import type { Call } from '../core/send.ts';
import type { ClerkResource, ClerkResourceReloadParams } from '../types/common.ts';
import type { ResourceHost } from './host.ts';

/**
 * Something the Frontend API knows: it fills itself from the API's JSON and is updated in place by its own
 * calls. `Json` is that JSON.
 */
export abstract class Resource<Json> implements ClerkResource {
  abstract pathRoot: string;
  id?: string | undefined;
  /** Not enumerable: printing or copying a resource must not drag the whole Clerk object along. */
  declare protected readonly host: ResourceHost;

  constructor(host: ResourceHost) {
    Object.defineProperty(this, 'host', { value: host, configurable: true });
    bindMethods(this);
  }

  /** Takes over what the API says; subclasses call it last in their constructor. */
  abstract fromJSON(json: Json | null): this;

  async reload({ rotatingTokenNonce }: ClerkResourceReloadParams = {}): Promise<this> {
    return this.fromJSON(await this.send<Json>({ path: this.path(), rotatingTokenNonce, takesClient: true }));
  }

  /** Path of this resource, or of an action of it. */
  protected path(action?: string): string {
    return [this.pathRoot, this.id, action].filter(Boolean).join('/');
  }

  protected async send<Answer>(call: Call): Promise<Answer> {
    return (await this.host.send(call)) as Answer;
  }

  /** Makes a new one; the answer is taken over. */
  protected async post(body?: Params): Promise<this> {
    return this.fromJSON(await this.send<Json>({ method: 'POST', path: this.pathRoot, body }));
  }

  /** Performs an action of this resource, e.g. `prepare_verification`; the answer is taken over. */
  protected async act(action: string, body?: Params, method: Call['method'] = 'POST'): Promise<this> {
    return this.fromJSON(await this.send<Json>({ method, path: this.path(action), body }));
  }

  /** Changes this resource; the answer is taken over. */
  protected async patch(body: Params): Promise<this> {
    return this.fromJSON(await this.send<Json>({ method: 'PATCH', path: this.path(), body }));
  }

  /** Deletes this resource. */
  protected async drop(): Promise<void> {
    await this.send({ method: 'DELETE', path: this.path() });
  }
}

/** Milliseconds since 1970 → Date; `null` stays `null`. */
export function toDate(milliseconds: number | null | undefined): Date | null {
  return milliseconds ? new Date(milliseconds) : null;
}
