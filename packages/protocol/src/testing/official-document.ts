/** As much of an OpenAPI 3.0 document as the checks here look at. */

export interface OfficialSchema {
  $ref?: string;
  type?: string;
  nullable?: boolean;
  enum?: readonly unknown[];
  pattern?: string;
  properties?: Record<string, OfficialSchema>;
  required?: readonly string[];
  additionalProperties?: boolean | OfficialSchema;
  items?: OfficialSchema;
  allOf?: readonly OfficialSchema[];
  anyOf?: readonly OfficialSchema[];
  oneOf?: readonly OfficialSchema[];
}

export interface OfficialContent {
  content?: Record<string, { schema?: OfficialSchema }>;
}

export interface OfficialParameter {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  schema?: OfficialSchema;
}

export interface OfficialOperation {
  operationId?: string;
  parameters?: readonly OfficialParameter[];
  requestBody?: OfficialContent;
  responses: Record<string, OfficialContent & { $ref?: string }>;
}

export interface OpenApiDocument {
  paths: Record<string, Record<string, OfficialOperation>>;
  components: { schemas: Record<string, OfficialSchema> };
}

/** Follows a `$ref` within the document. */
export function resolve<T extends { $ref?: string }>(document: OpenApiDocument, node: T): T {
  if (node.$ref === undefined) return node;
  const target = node.$ref
    .split('/')
    .slice(1)
    .reduce<unknown>((parent, key) => (parent as Record<string, unknown>)[key], document);
  if (target === undefined) throw new Error(`The document has no ${node.$ref}.`);
  return resolve(document, target as T);
}
