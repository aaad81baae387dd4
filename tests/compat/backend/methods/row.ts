import type { createClerkClient } from '@clerk/backend';
import type { World } from './world.ts';

export type Client = ReturnType<typeof createClerkClient>;

/** One call of a method: what it is given, what its answer becomes, and what other calls show afterwards. */
export interface Row<Args extends unknown[], Answer> {
  args: Args;
  /** Class of the answer: `User`, `Invitation[]`, `page of Session`; `nothing` and `Object` where there is no class. */
  answers: string;
  /** Why the answer of our client differs. */
  differs?: string;
  /** Fails unless the call did what it is for. */
  effect(answer: Answer): Promise<void> | void;
}

/** A row for each method of a group, such as `clerkClient.users`; given the world, because ids are made in it. */
export type RowsOf<Group extends keyof Client> = {
  [Name in keyof Client[Group]]: Client[Group][Name] extends (...args: infer Args) => Promise<infer Answer>
    ? (world: World) => Promise<Row<Args, Answer>> | Row<Args, Answer>
    : never;
};

/** A row once its method is known by name only, as the table runs it. */
export type AnyRow = (world: World) => Promise<Row<unknown[], unknown>> | Row<unknown[], unknown>;

/** Calls a method by its name, as `users.getUser`. */
export async function callMethod(client: Client, method: string, args: unknown[]): Promise<unknown> {
  const [group = '', name = ''] = method.split('.');
  const api = (client as unknown as Record<string, Record<string, (...given: unknown[]) => unknown>>)[group];
  const run = api?.[name];
  if (!run) throw new Error(`The client has no method ${method}.`);
  return run.apply(api, args);
}
