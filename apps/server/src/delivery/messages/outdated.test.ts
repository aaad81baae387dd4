import { expect, it } from 'vitest';
import { after, MINUTE } from '../../platform/clock.ts';
import { isOutdated } from './outdated.ts';

const created_at = new Date('2026-01-01T12:00:00Z');

it.each([
  ['verification_code', 9 * MINUTE, false],
  ['verification_code', 10 * MINUTE, true],
  ['reset_password_code', 11 * MINUTE, true],
  ['verification_link', 11 * MINUTE, true],
  ['password_changed', 600 * MINUTE, false],
  ['invitation', 600 * MINUTE, false],
])('%s after %i ms: too late is %s', (template, age, outdated) => {
  expect(isOutdated({ template, created_at }, after(created_at, age))).toBe(outdated);
});
