/** A wire type as applications see it: camelCase names at every depth, no `object` tags. */
export type CamelCased<Json> = Json extends (infer Item)[]
  ? CamelCased<Item>[]
  : Json extends object
    ? { readonly [Name in keyof Json as CamelCaseName<Name>]: Name extends OpaqueField ? Json[Name] : CamelCased<Json[Name]> }
    : Json;

type CamelCaseName<Name> = Name extends 'object' ? never : Name extends string ? Camel<Name> : never;

type Camel<Name extends string> = Name extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name;

/** Fields that hold the application's own data (or, for the last, wire JSON by documentation); what is inside keeps its names. */
export const OPAQUE_FIELDS = [
  'public_metadata',
  'private_metadata',
  'unsafe_metadata',
  'claims',
  'actor',
  'data',
  'public_organization_data',
] as const;
type OpaqueField = (typeof OPAQUE_FIELDS)[number];
