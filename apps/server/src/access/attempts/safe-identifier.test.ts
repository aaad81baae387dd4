import { describe, expect, it } from 'vitest';
import { safeIdentifier } from './safe-identifier.ts';

describe('identifiers that are shown in part', () => {
  it.each([
    ['jane@example.com', 'j***@e***.com'],
    ['a@b.co.uk', 'a***@b***.uk'],
    ['+14155552671', '+1********71'],
    ['+447911123456', '+44********56'],
  ])('%s → %s', (value, shown) => {
    expect(safeIdentifier(value, null)).toBe(shown);
    expect(safeIdentifier(value, 'somebody@example.com')).toBe(shown);
    expect(safeIdentifier(value, value)).toBe(value);
  });
});
