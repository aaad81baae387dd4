import { resolve, type OfficialOperation, type OfficialSchema, type OpenApiDocument } from '@foyer/protocol/testing/official-document';
import { readOfficialDocument, type ApiName } from '@foyer/protocol/testing/spec';
import type { ApiVersion } from '@foyer/protocol/versions';
import { Ajv, type ValidateFunction } from 'ajv';
import formatsPlugin from 'ajv-formats';
import { explain, type Violation } from './explain.ts';
import { DOCUMENT_ID, toJsonSchema } from './json-schema.ts';
import { Lookup } from './lookup.ts';

export type { Violation } from './explain.ts';

export interface CheckedResponse {
  api: ApiName;
  version: ApiVersion;
  method: string;
  /** As the documents write it: the Frontend API's with `/v1`, the Backend API's without. No query. */
  path: string;
  /** With `paginated=true` a bare list becomes a page. */
  paginated?: boolean;
  status: number;
  /** The parsed JSON, `undefined` when there is none. */
  body: unknown;
}

export type Verdict =
  | { known: true; operation: string; violations: Violation[] }
  | { known: false; reason: 'undocumented' | 'unknown operation' };

/** One API at one version: its operations, and validators that are compiled when first needed. */
class Contract {
  readonly lookup: Lookup;
  private readonly document: OpenApiDocument;
  private readonly ajv = new Ajv({ strict: false, allErrors: true, verbose: true, validateSchema: false, logger: false });
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(api: ApiName, document: OpenApiDocument) {
    this.document = document;
    this.lookup = new Lookup(api, document);
    formatsPlugin.default(this.ajv);
    const schemas = Object.fromEntries(Object.entries(document.components.schemas).map(([name, schema]) => [name, toJsonSchema(schema)]));
    this.ajv.addSchema({ components: { schemas } }, DOCUMENT_ID);
  }

  check(response: CheckedResponse): Verdict {
    const found = this.lookup.find(response.method, response.path);
    if (found === null) return { known: false, reason: 'unknown operation' };
    if (found.operation === null) return { known: false, reason: 'undocumented' };
    return { known: true, operation: found.name, violations: this.violations(found.name, found.operation, response) };
  }

  private violations(name: string, operation: OfficialOperation, response: CheckedResponse): Violation[] {
    const { status, body } = response;
    const schema = this.schemaOf(operation, response);
    if (schema === 'no such status') return [{ path: '', message: `status ${status} is not described` }];
    // Redirects and answers without a described body: nothing more to check.
    if (schema === null) return [];
    if (body === undefined) return response.method === 'HEAD' ? [] : [{ path: '', message: 'has no JSON body' }];
    const validate = this.validator(`${name} ${status} ${response.paginated ?? false}`, schema);
    return validate(body) ? [] : explain(validate.errors ?? []);
  }

  private schemaOf(operation: OfficialOperation, { status, paginated }: CheckedResponse): OfficialSchema | null | 'no such status' {
    const described = operation.responses[String(status)];
    const schema = described && resolve(this.document, described).content?.['application/json']?.schema;
    if (status >= 400) return schema ?? { $ref: '#/components/schemas/ClerkErrors' };
    if (status >= 300) return null;
    if (described === undefined) return 'no such status';
    if (schema && paginated && resolve(this.document, schema).type === 'array') return pageOf(schema);
    return schema ?? null;
  }

  private validator(key: string, schema: OfficialSchema): ValidateFunction {
    const known = this.validators.get(key);
    if (known) return known;
    const compiled = this.ajv.compile(toJsonSchema(schema));
    this.validators.set(key, compiled);
    return compiled;
  }
}

function pageOf(list: OfficialSchema): OfficialSchema {
  return {
    type: 'object',
    required: ['data', 'total_count'],
    additionalProperties: false,
    properties: { data: list, total_count: { type: 'integer' } },
  };
}

const contracts = new Map<string, Contract | null>();

/** The contract of an API at a version; `null` without the specification folder. */
function contractOf(api: ApiName, version: ApiVersion): Contract | null {
  const key = `${api} ${version}`;
  const known = contracts.get(key);
  if (known !== undefined) return known;
  const document = readOfficialDocument(api, version);
  const contract = document && new Contract(api, document);
  contracts.set(key, contract);
  return contract;
}

/** Compares a response with the official OpenAPI document; `null` when the specification is not there. */
export function checkResponse(response: CheckedResponse): Verdict | null {
  return contractOf(response.api, response.version)?.check(response) ?? null;
}

/** Every documented operation of an API; empty when the specification is not there. */
export function documentedOperations(api: ApiName, version: ApiVersion): string[] {
  return contractOf(api, version)?.lookup.names() ?? [];
}
