import { describe, expect, it } from 'vitest';
import { signUpStatus } from './status.ts';

const either = [true, false];

describe('status of a sign-up', () => {
  for (const fieldsMissing of either)
    for (const fieldsUnverified of either)
      for (const userCreated of either)
        for (const abandoned of either) {
          const open = fieldsMissing || fieldsUnverified ? 'missing_requirements' : 'complete';
          const expected = userCreated ? 'complete' : abandoned ? 'abandoned' : open;
          it(`${JSON.stringify({ fieldsMissing, fieldsUnverified, userCreated, abandoned })} → ${expected}`, () => {
            expect(signUpStatus({ fieldsMissing, fieldsUnverified, userCreated, abandoned })).toBe(expected);
          });
        }
});
