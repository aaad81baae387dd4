/** Our schemas against the official OpenAPI documents, operation by operation. */
import type { TSchema } from 'typebox';
import { describe, expect, it } from 'vitest';
import { answerProblems, parameterProblems, type OurSchema } from '../testing/compare.ts';
import { resolve, type OfficialOperation, type OfficialSchema, type OpenApiDocument } from '../testing/official-document.ts';
import { readOfficialDocument, type ApiName } from '../testing/spec.ts';
import { BACKEND_OPERATIONS, FRONTEND_OPERATIONS, type Operation } from '../testing/operations.ts';

function operationOf(document: OpenApiDocument, name: string): OfficialOperation {
  const [method = '', path = ''] = name.split(' ');
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`The document has no ${name}.`);
  return operation;
}

function answerOf(document: OpenApiDocument, operation: OfficialOperation): OfficialSchema | undefined {
  const response = operation.responses['200'] ?? operation.responses['201'];
  return response && resolve(document, response).content?.['application/json']?.schema;
}

function compare(api: ApiName, version: '2025-11-10' | '2025-04-10', operations: Record<string, Operation>) {
  const document = readOfficialDocument(api, version);
  describe.skipIf(document === null)(`${api} ${version}`, () => {
    if (document === null) return;
    const entries = Object.entries(operations).filter(([, ours]) => ours.since === undefined || ours.since <= version);

    it.each(entries.filter(([, ours]) => ours.answer))('%s answers no more than is described', (name, ours) => {
      const official = answerOf(document, operationOf(document, name));
      expect(official, 'described answer').toBeDefined();
      expect(answerProblems(document, plain(ours.answer), official ?? {})).toEqual([]);
    });

    it.each(entries.filter(([, ours]) => ours.body))('%s accepts every described body', (name, ours) => {
      const content = Object.values(operationOf(document, name).requestBody?.content ?? {})[0];
      expect(content?.schema, 'described body').toBeDefined();
      expect(parameterProblems(document, asForm(ours.body), content?.schema ?? {})).toEqual([]);
    });

    it.each(entries.filter(([, ours]) => ours.query))('%s accepts every described query parameter', (name, ours) => {
      const parameters = (operationOf(document, name).parameters ?? []).map((parameter) => resolve(document, parameter));
      const query = parameters.filter((parameter) => parameter.in === 'query');
      const official: OfficialSchema = {
        type: 'object',
        properties: Object.fromEntries(query.map((parameter) => [parameter.name, parameter.schema ?? {}])),
        required: query.filter((parameter) => parameter.required).map((parameter) => parameter.name),
        additionalProperties: false,
      };
      expect(parameterProblems(document, withDefaults(ours.query), official)).toEqual([]);
    });
  });
}

const plain = (schema: TSchema | undefined) => JSON.parse(JSON.stringify(schema)) as OurSchema;

/** A default makes a parameter optional. */
function withDefaults(schema: TSchema | undefined): OurSchema {
  const ours = plain(schema);
  return { ...ours, required: (ours.required ?? []).filter((name) => !('default' in (ours.properties?.[name] ?? {}))) };
}

/** Forms carry JSON as text. */
function asForm(schema: TSchema | undefined): OurSchema {
  const { properties = {}, required = [], ...rest } = plain(schema);
  const readable = Object.entries(properties).map(([name, property]) => {
    const variants = property.anyOf ?? [property];
    const text = variants.some((variant) => variant.type === 'object') ? [{ type: 'string' }] : [];
    return [name, { anyOf: [...variants, ...text] }] as const;
  });
  return { ...rest, properties: Object.fromEntries(readable), required };
}

for (const version of ['2025-11-10', '2025-04-10'] as const) {
  compare('fapi', version, FRONTEND_OPERATIONS);
  compare('bapi', version, BACKEND_OPERATIONS);
}
