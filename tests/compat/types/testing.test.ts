import { describe, expect, it } from 'vitest';
import { compareExports, type Adaptations } from './compare.ts';

const WITHOUT_CYPRESS: Adaptations = { replacements: { 'all that is known of it is what we add': [['cy: Cypress.Chainable;', 'cy: any;']] } };

/** Neither Playwright nor Cypress is installed here: what of theirs the official declarations name counts as anything. */
describe.each(['playwright', 'cypress'])('the types of @foyer/testing/%s, in the place of the official ones', { timeout: 120_000 }, (tool) => {
  const { missing, incompatible, shared } = compareExports(`@clerk/testing/${tool}`, `@foyer/testing/${tool}`, WITHOUT_CYPRESS);

  it('fit, name for name', () => {
    expect(shared).toEqual(tool === 'playwright' ? ['clerk', 'clerkSetup', 'setupClerkTestingToken'] : ['addClerkCommands', 'clerkSetup', 'setupClerkTestingToken']);
    expect([...incompatible]).toEqual([]);
  });

  it('lack no name', () => {
    expect(missing).toEqual([]);
  });
});
