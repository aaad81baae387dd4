import { toCamelCase } from '../core/case.ts';
import { isClerkAPIResponseError, isClerkRuntimeError } from '../core/error-guards.ts';
import type { ClerkError } from '../core/errors.ts';
import type { Errors, FieldError, GlobalError } from '../types/futures.ts';

/** Sorts what went wrong in a step: to the form fields it is about, else to the whole form. */
export function sortErrors<Field extends string>(names: readonly Field[], error: ClerkError | null): Errors<Record<Field, FieldError | null>> {
  const fields = Object.fromEntries(names.map((name) => [name, null])) as Record<Field, FieldError | null>;
  if (!error) return { fields, raw: null, global: null };
  if (!isClerkAPIResponseError(error)) return { fields, raw: [error], global: [toGlobal(error)] };
  const isField = (name: string): name is Field => name in fields;
  let isAboutForm = false;
  for (const entry of error.errors) {
    const field = toCamelCase(entry.meta?.paramName ?? '');
    if (isField(field)) fields[field] ??= entry;
    else isAboutForm = true;
  }
  return { fields, raw: error.errors, global: isAboutForm ? [toGlobal(error)] : null };
}

/** The error itself, with the questions that views ask of it. */
function toGlobal(error: ClerkError): GlobalError {
  return Object.defineProperties(error, {
    isClerkApiResponseError: { value: (other: unknown = error) => isClerkAPIResponseError(other), configurable: true },
    isClerkRuntimeError: { value: (other: unknown = error) => isClerkRuntimeError(other), configurable: true },
  }) as GlobalError;
}
