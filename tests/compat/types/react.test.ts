import * as official from '@clerk/clerk-react';
import * as officialErrors from '@clerk/clerk-react/errors';
import * as ours from '@foyer/react';
import * as ourErrors from '@foyer/react/errors';
import { describe, expect, it } from 'vitest';

/** Their organizations, billing and API keys come with the issues that build them. */
const NOT_YET = ['APIKeys', 'CreateOrganization', 'OrganizationList', 'OrganizationProfile', 'OrganizationSwitcher', 'PricingTable', 'TaskChooseOrganization'];

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
});
