import { describe, expect, it } from 'vitest';
import { reverificationStatus } from './status.ts';

describe('status of a reverification', () => {
  it.each([
    ['first_factor', false, false, 'needs_first_factor'],
    ['first_factor', true, false, 'complete'],
    ['first_factor', false, true, 'needs_first_factor'],
    ['first_factor', true, true, 'complete'],
    ['second_factor', false, false, 'needs_second_factor'],
    ['second_factor', true, false, 'needs_second_factor'],
    ['second_factor', false, true, 'complete'],
    ['second_factor', true, true, 'complete'],
    ['multi_factor', false, false, 'needs_first_factor'],
    ['multi_factor', true, false, 'needs_second_factor'],
    ['multi_factor', false, true, 'needs_first_factor'],
    ['multi_factor', true, true, 'complete'],
  ] as const)('%s, first %s, second %s: %s', (level, firstFactorVerified, secondFactorVerified, status) => {
    expect(reverificationStatus({ level, firstFactorVerified, secondFactorVerified })).toBe(status);
  });
});
