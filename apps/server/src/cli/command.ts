import type { ParseArgsConfig } from 'node:util';
import type { Instances } from '../instances/instances/service.ts';
import type { Instance, Platform } from '../platform/context.ts';

/** What a command works with. */
export interface Tools {
  platform: Platform;
  instances: Instances;
  /** Writes a line to the standard output. */
  print(line: string): void;
}

/** What a person typed after the command's name. */
export interface Typed {
  positionals: string[];
  values: Record<string, string | boolean | undefined>;
}

/** One command of `foyer`, such as `instances list`. */
export interface Command {
  name: string;
  /** What follows the name, as in a manual: `<instance> [--name NAME]`. */
  usage: string;
  summary: string;
  /** The most words it takes after its name, options aside; none unless given. */
  words?: number;
  options?: ParseArgsConfig['options'];
  run(tools: Tools, typed: Typed): Promise<void>;
}

/** A command that cannot be carried out as it was typed; the message says what to type. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * The instance a person means: by id, slug or host; the default one when they name none.
 *
 * @throws UsageError when there is no such instance
 */
export async function namedInstance({ instances }: Tools, name: string | undefined): Promise<Instance> {
  const found = name === undefined ? await instances.default() : ((await instances.byId(name)) ?? (await instances.bySlug(name)) ?? (await instances.byHost(name)));
  if (!found) throw new UsageError(name === undefined ? 'There is no development instance yet. Name an instance, or start Foyer once.' : `There is no instance ${name}. \`foyer instances list\` shows them.`);
  return found;
}
