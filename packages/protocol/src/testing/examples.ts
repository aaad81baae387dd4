/** Arbitrary values of a schema, for property tests. */
import * as fc from 'fast-check';
import type { OurSchema } from './compare.ts';

interface Bounded extends OurSchema {
  uniqueItems?: boolean;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
}

/** @param schema as TypeBox makes it */
export function examplesOf(schema: object): fc.Arbitrary<unknown> {
  const { enum: values, anyOf, type, items, uniqueItems, pattern, format, minimum, maximum } = schema as Bounded;
  if (Object.keys(schema).length === 0) return fc.jsonValue({ maxDepth: 1 });
  if (values) return fc.constantFrom(...values);
  if (anyOf) return fc.oneof(...anyOf.map(examplesOf));
  switch (typeof type === 'object' ? type[0] : type) {
    case 'object':
      return objectsOf(schema as Bounded);
    case 'array':
      return (uniqueItems ? fc.uniqueArray : fc.array)(examplesOf(items ?? {}), { maxLength: 2 });
    case 'string':
      if (format === 'email') return fc.integer({ min: 0, max: 9999 }).map((number) => `person${number}@example.com`);
      return pattern === undefined ? fc.string({ maxLength: 8 }) : fc.stringMatching(new RegExp(pattern));
    case 'integer':
      return fc.integer({ min: minimum ?? 0, max: maximum ?? 2_000_000_000_000 });
    case 'number':
      return fc.double({ min: minimum ?? 0, max: maximum ?? 1, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      throw new Error(`No examples of ${JSON.stringify(schema)}.`);
  }
}

function objectsOf({ properties = {}, required = [], patternProperties = {} }: Bounded): fc.Arbitrary<unknown> {
  const described = Object.entries(properties).map(([name, property]) => [name, examplesOf(property)] as const);
  const fixed = fc.record(Object.fromEntries(described), { requiredKeys: [...required] });
  const free = Object.entries(patternProperties).map(([pattern, property]) =>
    fc.dictionary(fc.stringMatching(new RegExp(pattern)), examplesOf(property), { maxKeys: 2 }),
  );
  return fc.tuple(fixed, ...free).map((parts) => Object.assign({}, ...parts) as object);
}
