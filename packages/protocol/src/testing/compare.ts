/**
 * Compares our schemas with the official ones by structure. Answers must be narrower than theirs (we send nothing they
 * do not describe), parameters wider (we accept everything they describe).
 */
import { resolve, type OfficialSchema, type OpenApiDocument } from './official-document.ts';

/** As much of a JSON schema as ours use. */
export interface OurSchema {
  type?: string | readonly string[];
  enum?: readonly unknown[];
  anyOf?: readonly OurSchema[];
  properties?: Record<string, OurSchema>;
  patternProperties?: Record<string, OurSchema>;
  required?: readonly string[];
  additionalProperties?: unknown;
  items?: OurSchema;
}

/** A schema reduced to what both dialects can say: its variants, each of one type. */
interface Variant {
  type: string;
  values?: ReadonlySet<unknown>;
  properties?: Map<string, { required: boolean; schema: () => Variant[] }>;
  open?: boolean;
  items?: () => Variant[];
}

/** What our answer could hold that the official schema does not allow; empty when it is narrower. */
export function answerProblems(document: OpenApiDocument, ours: OurSchema, official: OfficialSchema): string[] {
  return notWithin(fromOurs(ours), fromOfficial(document, official), '');
}

/** What the official parameters could hold that ours do not allow; empty when ours are wider. */
export function parameterProblems(document: OpenApiDocument, ours: OurSchema, official: OfficialSchema): string[] {
  return notWithin(fromOfficial(document, official), fromOurs(ours), '');
}

function notWithin(narrow: readonly Variant[], wide: readonly Variant[], path: string): string[] {
  return narrow.flatMap((variant) => {
    const attempts = wide.filter((other) => sameType(variant, other)).map((other) => variantProblems(variant, other, path));
    const best = attempts.sort((a, b) => a.length - b.length)[0];
    return best ?? [`${path || '/'}: ${variant.type} is not allowed`];
  });
}

function sameType(narrow: Variant, wide: Variant): boolean {
  return wide.type === 'any' || narrow.type === wide.type || (narrow.type === 'integer' && wide.type === 'number');
}

function variantProblems(narrow: Variant, wide: Variant, path: string): string[] {
  if (wide.type === 'any') return [];
  const problems: string[] = [];
  if (wide.values) {
    const extra = narrow.values ? [...narrow.values].filter((value) => !wide.values?.has(value)) : ['any text'];
    if (extra.length > 0) problems.push(`${path || '/'}: may be ${extra.join(', ')}`);
  }
  if (narrow.items && wide.items) problems.push(...notWithin(narrow.items(), wide.items(), `${path}[]`));
  if (narrow.properties && wide.properties) problems.push(...propertyProblems(narrow, wide, path));
  return problems;
}

function propertyProblems(narrow: Variant, wide: Variant, path: string): string[] {
  const problems: string[] = [];
  for (const [name, { schema }] of narrow.properties ?? []) {
    const other = wide.properties?.get(name);
    if (other) problems.push(...notWithin(schema(), other.schema(), `${path}/${name}`));
    else if (!wide.open) problems.push(`${path}/${name}: is not described`);
  }
  for (const [name, { required }] of wide.properties ?? []) {
    if (required && narrow.properties?.get(name)?.required !== true) problems.push(`${path}/${name}: may be missing`);
  }
  return problems;
}

function fromOurs(schema: OurSchema): Variant[] {
  if (schema.anyOf) return schema.anyOf.flatMap(fromOurs);
  const types = schema.type === undefined ? ['any'] : [schema.type].flat();
  return types.map((type) => {
    const values = schema.enum?.filter((value) => value !== null);
    const { properties, items } = schema;
    return {
      type,
      ...(values && type !== 'null' ? { values: new Set(values) } : {}),
      ...(type === 'object' ? objectOf(properties, schema.required, schema.additionalProperties !== false, fromOurs) : {}),
      ...(items && type === 'array' ? { items: () => fromOurs(items) } : {}),
    };
  });
}

function fromOfficial(document: OpenApiDocument, reference: OfficialSchema): Variant[] {
  const schema = resolve(document, reference);
  const nothing: Variant[] = schema.nullable ? [{ type: 'null' }] : [];
  const read = (part: OfficialSchema) => fromOfficial(document, part);
  const union = schema.oneOf ?? schema.anyOf;
  // `anyOf: [{ required: ['domain'] }, …]` beside properties only says which of them must be there.
  if (union && !schema.properties) return [...nothing, ...union.flatMap(read)];
  // `allOf` stands beside `type: object`, so `null` in a part does not count.
  if (schema.allOf) return [...nothing, ...schema.allOf.map((part) => read(part).filter(isThere)).reduce(merged)];
  const { items } = schema;
  const type = schema.type ?? (schema.properties ? 'object' : 'any');
  const variant: Variant = {
    type,
    ...(schema.enum ? { values: new Set(schema.enum.filter((value) => value !== null)) } : {}),
    ...(type === 'object' ? objectOf(schema.properties, schema.required, schema.additionalProperties !== false, read) : {}),
    ...(items && type === 'array' ? { items: () => read(items) } : {}),
  };
  return [...nothing, variant];
}

function objectOf<Schema>(
  properties: Record<string, Schema> | undefined,
  required: readonly string[] | undefined,
  open: boolean,
  read: (schema: Schema) => Variant[],
): Partial<Variant> {
  const entries = Object.entries(properties ?? {}).map(
    ([name, schema]) => [name, { required: required?.includes(name) ?? false, schema: () => read(schema) }] as const,
  );
  return { properties: new Map(entries), open };
}

const isThere = (variant: Variant) => variant.type !== 'null';

/** `allOf`: every variant of one side together with every variant of the other. */
function merged(left: Variant[], right: Variant[]): Variant[] {
  return left.flatMap((a) =>
    right.map((b) => ({
      ...a,
      properties: new Map([...(a.properties ?? []), ...(b.properties ?? [])]),
      open: (a.open ?? true) && (b.open ?? true),
    })),
  );
}
