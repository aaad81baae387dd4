/** Whatever our schemas allow an answer to be, the official documents allow too. */
import { examplesOf } from '@foyer/protocol/testing/examples';
import { BACKEND_OPERATIONS, FRONTEND_OPERATIONS, type Operation } from '@foyer/protocol/testing/operations';
import { specFolder, type ApiName } from '@foyer/protocol/testing/spec';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkResponse } from './contract.ts';

const EXAMPLES = 10;

function examples(api: ApiName, operations: Record<string, Operation>) {
  describe.skipIf(specFolder() === null)(`any answer of the ${api}`, () => {
    const byAnswer = new Map(Object.entries(operations).map(([name, { answer }]) => [answer, name]));
    it.each([...byAnswer].filter(([answer]) => answer).map(([answer, name]) => ({ answer, name })))('$name', ({ answer, name }) => {
      const [method = '', path = ''] = name.split(' ');
      const request = { api, version: '2025-11-10', method, path, status: 200 } as const;
      fc.assert(
        fc.property(examplesOf(answer ?? {}), (body) => {
          expect(checkResponse({ ...request, body })).toEqual({ known: true, operation: name, violations: [] });
        }),
        { numRuns: EXAMPLES },
      );
    });
  });
}

examples('fapi', FRONTEND_OPERATIONS);
examples('bapi', BACKEND_OPERATIONS);
