import { apiError } from '@foyer/protocol/errors';
import type { FastifyInstance } from 'fastify';

/**
 * Refuses text that no database column can hold: the NUL character, and halves of surrogate pairs.
 * Decided here once, so that no room has to think of it.
 */
export function refuseUnstorableText(app: FastifyInstance): void {
  app.addHook('preValidation', (request, _reply, done) => {
    if (request.routeOptions.config.face === undefined) return done();
    if (unstorableEntry(request.params)) return done(apiError('resource_not_found'));
    const param = unstorableEntry(request.query) ?? unstorableEntry(request.body);
    done(param ? apiError('form_param_format_invalid', { param }) : undefined);
  });
}

/** Deepest nesting of a body; nothing of ours comes near it, and following more could exhaust the stack. */
const DEPTH = 64;

/** Name of the first entry that holds such text, or is nested too deeply. */
export function unstorableEntry(values: unknown, depth = 0): string | undefined {
  if (typeof values !== 'object' || values === null || Buffer.isBuffer(values)) return undefined;
  // Every request comes through here: a plain loop makes no list of pairs first.
  for (const name of Object.keys(values)) {
    if (isUnstorable(name) || holdsUnstorable((values as Record<string, unknown>)[name], depth + 1)) return name.toWellFormed();
  }
  return undefined;
}

function holdsUnstorable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isUnstorable(value);
  return depth > DEPTH || unstorableEntry(value, depth) !== undefined;
}

function isUnstorable(text: string): boolean {
  return text.includes('\0') || !text.isWellFormed();
}
