import { describe, expect, it } from 'vitest';
import { orderItems } from '../../components/user-button/menu-items.tsx';
import { texts } from '../localization/common-texts.ts';
import { createTranslator } from '../localization/translator.ts';
import { orderPages, type ProfilePage } from './profile-layout.tsx';
import { relativeDate } from './relative-date.ts';

const page = (id: string): ProfilePage => ({ id, path: id, label: id, icon: 'user', content: () => null });
const own = [page('account'), page('security')];
const mount = () => undefined;

describe('orderPages', () => {
  const ids = (custom: Parameters<typeof orderPages>[1]) => orderPages(own, custom).map(({ id }) => id);

  it('puts the app’s pages after ours', () => {
    expect(ids([{ label: 'Terms', url: '/terms/', mount, mountIcon: mount }])).toEqual(['account', 'security', 'terms']);
  });

  it('moves ours where the app names them', () => {
    expect(ids([{ label: 'Terms', url: 'terms', mount, mountIcon: mount }, { label: 'security' }])).toEqual(['account', 'terms', 'security']);
    expect(ids([{ label: 'Terms', url: 'terms', mount, mountIcon: mount }, { label: 'account' }, { label: 'security' }])).toEqual(['terms', 'account', 'security']);
  });

  it('never begins with a link', () => {
    expect(ids([{ label: 'Home', url: '/', mountIcon: mount }, { label: 'account' }, { label: 'security' }])[0]).toBe('account');
  });
});

describe('orderItems', () => {
  it('keeps “Manage account” first and “Sign out” last unless the app places them', () => {
    const help = { label: 'Help', onClick: mount };
    expect(orderItems([help])).toEqual(['manageAccount', help, 'signOut']);
    expect(orderItems([{ label: 'signOut' }, help, { label: 'manageAccount' }])).toEqual(['signOut', help, 'manageAccount']);
  });
});

describe('relativeDate', () => {
  const text = createTranslator([texts], {}, {});
  const now = new Date(2025, 5, 12, 12, 0);
  it.each([
    [new Date(2025, 5, 12, 9, 41), /^Today at 9:41/],
    [new Date(2025, 5, 11, 23, 59), /^Yesterday at 11:59/],
    [new Date(2025, 5, 13, 0, 1), /^Tomorrow at/],
    [new Date(2025, 5, 8, 8, 0), /^Last Sunday at/],
    [new Date(2025, 5, 16, 8, 0), /^Monday at/],
    [new Date(2025, 4, 1), /^5\/1\/2025$/],
  ])('%s → %s', (date, expected) => {
    expect(relativeDate(date, text, now)).toMatch(expected);
  });
});
