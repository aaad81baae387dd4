import { apiError } from '@foyer/protocol/errors';
import type { FastifyInstance } from 'fastify';

/**
 * Refuses text that no database column can hold: the NUL character, and halves of surrogate pairs.
 * Decided here once, so that no room has to think of it.
 */
export function refuseUnstorableText(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (request.routeOptions.config.face === undefined) return;
    if (unstorableEntry(request.params)) throw apiError('resource_not_found');
    const param = unstorableEntry(request.query) ?? unstorableEntry(request.body);
    if (param) throw apiError('form_param_format_invalid', { param });
  });
}

/** Deepest nesting of a body; nothing of ours comes near it, and following more could exhaust the stack. */
const DEPTH = 64;

/** Name of the first entry that holds such text, or is nested too deeply. */
export function unstorableEntry(values: unknown, depth = 0): string | undefined {
  if (typeof values !== 'object' || values === null || Buffer.isBuffer(values)) return undefined;
  return Object.entries(values).find(([name, value]) => isUnstorable(name) || holdsUnstorable(value, depth + 1))?.[0].toWellFormed();
}

function holdsUnstorable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isUnstorable(value);
  return depth > DEPTH || unstorableEntry(value, depth) !== undefined;
}

function isUnstorable(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed();
}
