/** Small building blocks of the schemas. */
import { type Static, type TObject, type TProperties, type TSchema, type TUnsafe, Type } from 'typebox';

/** An object of the wire with a name (it becomes a component of the OpenAPI document) and no other properties. */
export function resource<const Properties extends TProperties>(
  title: string,
  properties: Properties,
  description?: string,
): TObject<Properties> {
  return Type.Object(properties, { title, additionalProperties: false, ...(description ? { description } : {}) });
}

/** A nested object that needs no name of its own. */
export function part<const Properties extends TProperties>(properties: Properties): TObject<Properties> {
  return Type.Object(properties, { additionalProperties: false });
}

/**
 * The schema, or `null`. Unnamed scalars become a list of types, because a validator that coerces form texts then
 * leaves `null`, `false` and `0` as they are.
 */
export function nullable<Schema extends TSchema>(schema: Schema): TUnsafe<Static<Schema> | null> {
  const { type, title, enum: values } = schema as { type?: unknown; title?: unknown; enum?: readonly unknown[] };
  if (typeof type !== 'string' || title !== undefined || type === 'object') {
    return Type.Unsafe({ anyOf: [schema, { type: 'null' }] });
  }
  return Type.Unsafe({ ...schema, type: [type, 'null'], ...(values ? { enum: [...values, null] } : {}) });
}

/** One of a few texts. */
export function oneOf<const Values extends readonly string[]>(values: Values): TUnsafe<Values[number]> {
  return Type.Unsafe({ type: 'string', enum: [...values] });
}

/** The fixed text that tells what kind of object this is. */
export function kind<const Text extends string>(text: Text): TUnsafe<Text> {
  return oneOf([text]);
}

/** Text with a static type narrower than its schema, for open sets such as the strategies. */
export function textOf<Text extends string>(options: { description?: string; pattern?: string } = {}): TUnsafe<Text> {
  return Type.Unsafe({ type: 'string', ...options });
}

/** Named variants of one thing. */
export function variants<const Schemas extends readonly TSchema[]>(schemas: Schemas): TUnsafe<Static<Schemas[number]>> {
  return Type.Unsafe({ anyOf: [...schemas] });
}

/** JSON object with whatever the application put there. */
export const Metadata = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true });

export const Text = Type.String();
export const Flag = Type.Boolean();
export const Count = Type.Integer();
/** Milliseconds since the Unix epoch. */
export const Timestamp = Type.Integer({ description: 'Milliseconds since the Unix epoch.' });

export const NullableText = nullable(Text);
export const NullableTimestamp = nullable(Timestamp);
export const NullableCount = nullable(Count);
export const Texts = Type.Array(Text);
export const CreatedAndUpdated = { created_at: Timestamp, updated_at: Timestamp };
