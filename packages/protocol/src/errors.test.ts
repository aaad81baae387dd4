import { describe, expect, it } from 'vitest';
import { ApiError, apiError, ERRORS, errorBody, joinErrors, type ErrorDefinition } from './errors.ts';
import { readSpec } from './testing/spec.ts';

interface DocumentedError {
  name: string;
  status?: number;
  code: string;
}

describe('the error table', () => {
  it('speaks in whole, kind sentences', () => {
    for (const [code, definition] of Object.entries<ErrorDefinition>(ERRORS)) {
      expect(code).toMatch(/^[a-z0-9_]+$/);
      expect(definition.message, code).toMatch(/\S/);
      if (definition.longMessage) expect(definition.longMessage, code).toMatch(/[.?:}]$/);
    }
  });

  const documented = readSpec<Record<string, DocumentedError[]>>('data/documented-error-codes.json');
  it.skipIf(documented === null)('has every documented code with a documented status', () => {
    const statuses = new Map<string, Set<number | undefined>>();
    for (const error of [...(documented?.['frontend-api'] ?? []), ...(documented?.['backend-api'] ?? [])]) {
      if (error.code === '') continue;
      statuses.set(error.code, (statuses.get(error.code) ?? new Set()).add(error.status));
    }
    expect(statuses.size).toBeGreaterThan(300);
    const table: Record<string, ErrorDefinition> = ERRORS;
    for (const [code, allowed] of statuses) {
      expect(table[code], code).toBeDefined();
      if (!allowed.has(undefined)) expect([...allowed], code).toContain(table[code]?.status);
    }
  });
});

describe('an error', () => {
  it('names the parameter in words and in meta', () => {
    const error = apiError('form_param_max_length_exceeded', { param: 'first_name', values: { max: 256 } });
    expect(error).toBeInstanceOf(ApiError);
    expect(error.status).toBe(422);
    expect(errorBody(error, 'trace')).toEqual({
      errors: [
        {
          code: 'form_param_max_length_exceeded',
          message: 'Too long',
          long_message: 'First name may have at most 256 characters. Please shorten it.',
          meta: { param_name: 'first_name' },
        },
      ],
      clerk_trace_id: 'trace',
    });
  });

  it('cannot be made with a gap in its text', () => {
    // @ts-expect-error the text names a maximum
    apiError('form_param_max_length_exceeded', { param: 'first_name' });
    expect(apiError('form_param_max_length_exceeded', { longMessage: 'Shorter, please.' }).errors[0]?.long_message).toBe(
      'Shorter, please.',
    );
  });

  it('always has a long message, and no empty meta', () => {
    const [object] = apiError('conflict').errors;
    expect(object?.long_message).toBe(object?.message);
    expect(object).not.toHaveProperty('meta');
  });

  it('can carry other meta, another status and a time to wait', () => {
    const error = apiError('feature_not_enabled', { status: 401, retryAfter: 30, meta: { session_id: 'sess_1' } });
    expect([error.status, error.retryAfter, error.errors[0]?.meta]).toEqual([401, 30, { session_id: 'sess_1' }]);
  });

  it('joins with others; the first one decides', () => {
    const joined = joinErrors([apiError('form_param_missing', { param: 'code' }), apiError('resource_not_found')]);
    expect([joined.status, joined.code, joined.errors.length]).toEqual([422, 'form_param_missing', 2]);
    expect(() => joinErrors([])).toThrow(RangeError);
  });
});
