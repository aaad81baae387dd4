import type { OfficialSchema } from '@foyer/protocol/testing/official-document';

/** Id under which the validator knows the document that `#/components/…` refers to. */
export const DOCUMENT_ID = 'document';

/**
 * OpenAPI 3.0 → JSON Schema. `nullable` becomes a variant, wherever it stands; `oneOf` becomes `anyOf`, because the
 * documents' variants overlap; references become absolute.
 */
export function toJsonSchema(schema: OfficialSchema): object {
  const { nullable, $ref, oneOf, anyOf, allOf, properties, items, additionalProperties, ...rest } = schema;
  if ($ref !== undefined) return orNull(nullable, { $ref: DOCUMENT_ID + $ref });
  const plain: Record<string, unknown> = { ...rest };
  delete plain['discriminator'];
  delete plain['example'];
  if (oneOf ?? anyOf) plain['anyOf'] = [...(oneOf ?? []), ...(anyOf ?? [])].map(toJsonSchema);
  if (allOf) plain['allOf'] = allOf.map(toJsonSchema);
  if (properties) plain['properties'] = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, toJsonSchema(part)]));
  if (items) plain['items'] = toJsonSchema(items);
  if (additionalProperties !== undefined) {
    plain['additionalProperties'] = typeof additionalProperties === 'object' ? toJsonSchema(additionalProperties) : additionalProperties;
  }
  return orNull(nullable, plain);
}

function orNull(nullable: boolean | undefined, schema: object): object {
  return nullable ? { anyOf: [{ type: 'null' }, schema] } : schema;
}
