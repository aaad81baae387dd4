/**
 * Names on the wire (snake_case) and in JavaScript (camelCase).
 *
 * Requests: query keys and the top level of a body are converted, values are the caller's own.
 * Answers: names are converted all the way down, except inside what belongs to the application.
 */
import { OPAQUE_FIELDS } from '../resources/camel-case.ts';

const OPAQUE = new Set<string>(OPAQUE_FIELDS);

const snakeNames = new Map<string, string>();
const camelNames = new Map<string, string>();

/** `primaryEmailAddressID` → `primary_email_address_id`; names that are snake_case already stay. */
export function toSnakeCase(name: string): string {
  let snake = snakeNames.get(name);
  if (snake === undefined) {
    snake = name
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
      .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1_$2')
      .toLowerCase();
    snakeNames.set(name, snake);
  }
  return snake;
}

export function toCamelCase(name: string): string {
  let camel = camelNames.get(name);
  if (camel === undefined) {
    camel = name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    camelNames.set(name, camel);
  }
  return camel;
}

/** The object with its keys in snake_case; its values too with `deep`. */
export function snakeCaseKeys(object: object, deep = false): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [toSnakeCase(name), deep && isPlainObject(value) ? snakeCaseKeys(value, true) : value]),
  );
}

/**
 * Wire JSON as a JavaScript value: camelCase names at every depth, without the wire's `object` tags.
 * `revive` may replace each converted object, and gets the JSON it was made from.
 */
export function camelCaseDeep(value: unknown, revive: Reviver = keepFields): unknown {
  if (Array.isArray(value)) return value.map((item) => camelCaseDeep(item, revive));
  if (!isPlainObject(value)) return value;
  const fields: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    if (name === 'object') continue;
    fields[toCamelCase(name)] = OPAQUE.has(name) ? field : camelCaseDeep(field, revive);
  }
  return revive(fields, value);
}

export type Fields = Record<string, unknown>;
export type Reviver = (fields: Fields, json: Fields) => unknown;

const keepFields: Reviver = (fields) => fields;

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
