import type { Context } from './context.ts';

/**
 * What can happen in the house. The room that raises an event declares it here by declaration
 * merging; the type's name is the event's name.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface EventMap {}

type Handler<K extends keyof EventMap> = (ctx: Context, event: EventMap[K]) => Promise<void>;

/**
 * Tells other rooms what happened. Handlers run inside the caller's transaction, so that a change
 * and everything written because of it (outbox rows, audit entries, jobs) stand or fall together.
 */
export class EventBus {
  readonly #handlers = new Map<keyof EventMap, Handler<never>[]>();

  /** Adds a handler; called while the house is wired, never later. */
  on<K extends keyof EventMap>(type: K, handler: Handler<K>): void {
    const handlers = this.#handlers.get(type) ?? [];
    handlers.push(handler as Handler<never>);
    this.#handlers.set(type, handlers);
  }

  /** Runs the handlers of an event in the order in which they were added. */
  async emit<K extends keyof EventMap>(ctx: Context, type: K, event: EventMap[K]): Promise<void> {
    for (const handler of this.#handlers.get(type) ?? []) await (handler as Handler<K>)(ctx, event);
  }
}
