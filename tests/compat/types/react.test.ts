import * as official from '@clerk/clerk-react';
import * as officialErrors from '@clerk/clerk-react/errors';
import * as officialExperiments from '@clerk/clerk-react/experimental';
import * as ours from '@foyer/react';
import * as ourErrors from '@foyer/react/errors';
import * as ourExperiments from '@foyer/react/experimental';
import { describe, expect, it } from 'vitest';

/** The components of organizations, billing and API keys come with the issues that build them. */
const NOT_YET = ['APIKeys', 'CreateOrganization', 'OrganizationList', 'OrganizationProfile', 'OrganizationSwitcher', 'PricingTable'];

const missing = (theirs: object, own: object) => Object.keys(theirs).filter((name) => !(name in own) && !name.startsWith('__experimental_')).sort();

describe('@foyer/react', () => {
  it('has every name of the official package but those that are still to come', () => {
    expect(missing(official, ours)).toEqual(NOT_YET);
  });

  it('has the parts of compound components', () => {
    const partsMissing = (theirs: object, own: object) => missing(theirs, own).filter((part) => part !== 'displayName');
    expect(partsMissing(official.UserButton, ours.UserButton)).toEqual([]);
    expect(partsMissing(official.UserProfile, ours.UserProfile)).toEqual([]);
  });

  it('tells errors apart by the same names', () => {
    expect(missing(officialErrors, ourErrors)).toEqual([]);
  });

  it('has the experiments, but those of billing', () => {
    expect(missing(officialExperiments, ourExperiments).filter((name) => !/Checkout|Payment|Plan|Subscription|Statement/.test(name))).toEqual([]);
  });
});
