/**
 * Builds OpenAPI 3.1 documents from route definitions. Schemas are JSON Schema already; every one with a `title`
 * becomes a component of that name.
 */

/** A JSON schema, as TypeBox makes them. */
export type Schema = object;

export interface RouteDefinition {
  /** `GET`, `POST`, … */
  method: string;
  /** `/v1/users/:user_id` or `/v1/users/{user_id}`. */
  path: string;
  summary?: string;
  description?: string;
  tags?: readonly string[];
  operationId?: string;
  params?: Schema;
  query?: Schema;
  body?: Schema;
  /** Media type of the body; JSON when absent. */
  bodyType?: string;
  /** Schema of the answer by status; `null` for an answer without a body. */
  responses?: Record<string, Schema | null>;
}

export interface DocumentOptions {
  title: string;
  version: string;
  description?: string;
  servers?: ReadonlyArray<{ url: string; description?: string }>;
  /** By name, as OpenAPI has them; each of them is enough to call an operation. */
  securitySchemes?: Record<string, object>;
  /** Schema of every answer that is not listed: the errors. */
  error?: Schema;
}

export interface OpenApi {
  openapi: '3.1.0';
  info: { title: string; version: string; description?: string };
  servers: ReadonlyArray<{ url: string; description?: string }>;
  security: Array<Record<string, string[]>>;
  paths: Record<string, Record<string, object>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
}

/**
 * Builds the document of a list of routes.
 *
 * @throws Error when two different schemas have the same title
 */
export function openApiDocument(routes: readonly RouteDefinition[], options: DocumentOptions): OpenApi {
  const components = new Components();
  const paths: OpenApi['paths'] = {};
  for (const route of routes) {
    const path = templateOf(route.path);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, options, components) };
  }
  const { title, version, description, servers = [], securitySchemes = {} } = options;
  return {
    openapi: '3.1.0',
    info: { title, version, ...(description ? { description } : {}) },
    servers,
    security: Object.keys(securitySchemes).map((name) => ({ [name]: [] })),
    paths,
    components: { schemas: components.sorted(), securitySchemes },
  };
}

/** `/users/:id` → `/users/{id}`. */
function templateOf(path: string): string {
  return path.replaceAll(/:(\w+)/g, '{$1}');
}

function operationOf(route: RouteDefinition, options: DocumentOptions, components: Components): object {
  const parameters = [...pathParameters(route, components), ...queryParameters(route, components)];
  const { summary, description, body } = route;
  return {
    operationId: route.operationId ?? operationIdOf(route),
    ...(summary ? { summary } : {}),
    ...(description ? { description } : {}),
    tags: [...(route.tags ?? [])],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: bodyOf(route.bodyType ?? 'application/json', body, components) } : {}),
    responses: responsesOf(route, options, components),
  };
}

/** `GET /v1/users/{user_id}` → `get_v1_users_by_user_id`. */
function operationIdOf(route: RouteDefinition): string {
  const words = templateOf(route.path)
    .split(/[/.-]/)
    .filter(Boolean)
    .map((segment) => segment.replace(/^\{(.+)\}$/, 'by_$1').replaceAll(/\W/g, '_'));
  return [route.method.toLowerCase(), ...words].join('_');
}

function pathParameters(route: RouteDefinition, components: Components): object[] {
  const described = propertiesOf(route.params);
  return [...templateOf(route.path).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: components.refer(described.properties[name] ?? { type: 'string' }),
  }));
}

function queryParameters(route: RouteDefinition, components: Components): object[] {
  const { properties, required } = propertiesOf(route.query);
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.has(name) && !('default' in schema),
    schema: components.refer(schema),
  }));
}

function bodyOf(mediaType: string, schema: Schema, components: Components): object {
  const required = propertiesOf(schema).required.size > 0;
  return { required, content: { [mediaType]: { schema: components.refer(schema) } } };
}

function responsesOf(route: RouteDefinition, options: DocumentOptions, components: Components): object {
  const described = Object.entries(route.responses ?? { 200: null }).map(([status, schema]) => [
    status,
    answerOf(statusText(status), schema, components),
  ]);
  const rest = options.error ? [['default', answerOf('What went wrong', options.error, components)]] : [];
  return Object.fromEntries([...described, ...rest]);
}

function answerOf(description: string, schema: Schema | null, components: Components): object {
  if (schema === null) return { description };
  return { description, content: { 'application/json': { schema: components.refer(schema) } } };
}

function statusText(status: string): string {
  if (status.startsWith('2')) return 'Done';
  return status.startsWith('3') ? 'Elsewhere' : 'Refused';
}

function propertiesOf(schema: Schema | undefined): { properties: Record<string, Schema>; required: Set<string> } {
  const { properties = {}, required = [] } = (schema ?? {}) as {
    properties?: Record<string, Schema>;
    required?: readonly string[];
  };
  return { properties, required: new Set(required) };
}

/** Named schemas met so far. */
class Components {
  private readonly schemas = new Map<string, { source: Schema; text: string; schema: object }>();

  /** The schema with every titled part replaced by a reference to its component. */
  refer(schema: Schema): object {
    const { title } = schema as { title?: string };
    if (title === undefined) return this.rewrite(schema);
    const known = this.schemas.get(title);
    if (known?.source !== schema) this.add(title, schema, known?.text);
    return { $ref: `#/components/schemas/${title}` };
  }

  sorted(): Record<string, object> {
    const entries = [...this.schemas].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([title, { schema }]) => [title, schema]));
  }

  private add(title: string, source: Schema, known: string | undefined): void {
    const text = JSON.stringify(source);
    if (known === text) return;
    if (known !== undefined) throw new Error(`Two different schemas are called ${title}.`);
    this.schemas.set(title, { source, text, schema: this.rewrite(source) });
  }

  private rewrite(schema: object): object {
    return Object.fromEntries(
      Object.entries(schema).map(([key, value]) => [key, isSchemaPlace(key) ? this.rewriteParts(key, value) : value]),
    );
  }

  private rewriteParts(key: string, value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((part: Schema) => this.refer(part));
    if (!key.endsWith('roperties') || key === 'additionalProperties') return this.refer(value);
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, this.refer(part as Schema)]));
  }
}

const SCHEMA_PLACES = new Set(['properties', 'patternProperties', 'additionalProperties', 'items', 'anyOf', 'oneOf', 'allOf', 'not']);

function isSchemaPlace(key: string): boolean {
  return SCHEMA_PLACES.has(key);
}
