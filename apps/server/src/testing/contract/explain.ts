import type { ErrorObject } from 'ajv';

export interface Violation {
  /** Where in the body, as a JSON pointer; empty for the whole. */
  path: string;
  message: string;
}

/**
 * Says what is wrong in as few findings as possible: of a union of variants only the one that fits best counts.
 *
 * @param errors as Ajv lists them with `verbose`: those of the variants come right before the one of their union
 */
export function explain(errors: readonly ErrorObject[]): Violation[] {
  const kept: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword !== 'anyOf') {
      kept.push(error);
      continue;
    }
    let start = kept.length;
    while (start > 0 && isWithin(kept[start - 1], error.instancePath)) start--;
    const variants = kept.splice(start).filter((found) => !isAboutNull(found));
    const best = countVariants(error) > 1 ? smallestGroup(variants) : variants;
    kept.push(...(best.length > 0 ? best : [error]));
  }
  const messages = new Map(kept.map((error) => [error.instancePath + messageOf(error), error]));
  return [...messages.values()].map((error) => ({ path: error.instancePath, message: messageOf(error) }));
}

function isWithin(error: ErrorObject | undefined, path: string): boolean {
  return error !== undefined && (error.instancePath === path || error.instancePath.startsWith(`${path}/`));
}

function isAboutNull(error: ErrorObject): boolean {
  return error.keyword === 'type' && error.params['type'] === 'null';
}

function countVariants(error: ErrorObject): number {
  const variants = Array.isArray(error.schema) ? (error.schema as Array<{ type?: unknown }>) : [];
  return variants.filter((variant) => variant.type !== 'null').length;
}

/** Variants are components, so the component that a finding is about tells which variant it belongs to. */
function smallestGroup(errors: readonly ErrorObject[]): ErrorObject[] {
  const groups = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    const variant = /^.*?\/(?:schemas\/[^/]+|anyOf\/\d+)/.exec(error.schemaPath)?.[0] ?? '';
    groups.set(variant, [...(groups.get(variant) ?? []), error]);
  }
  return [...groups.values()].sort((a, b) => a.length - b.length)[0] ?? [];
}

function messageOf(error: ErrorObject): string {
  const { missingProperty, additionalProperty, allowedValues } = error.params as {
    missingProperty?: string;
    additionalProperty?: string;
    allowedValues?: unknown[];
  };
  if (missingProperty !== undefined) return `lacks "${missingProperty}"`;
  if (additionalProperty !== undefined) return `has "${additionalProperty}", which is not described`;
  if (allowedValues !== undefined) return `is ${JSON.stringify(error.data)}, not one of ${allowedValues.join(', ')}`;
  return `${error.message ?? error.keyword} (it is ${shorten(JSON.stringify(error.data))})`;
}

function shorten(text: string | undefined): string {
  return text === undefined || text.length <= 80 ? String(text) : `${text.slice(0, 77)}…`;
}
