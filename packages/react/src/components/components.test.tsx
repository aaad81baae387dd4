// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { renderWithClerk, type Rendered } from '../testing/render.tsx';
import { GoogleOneTap, SignIn, TaskChooseOrganization, TaskResetPassword, TaskSetupMFA, UserButton, UserProfile } from './index.ts';
import type { CustomPage, UserButtonProps } from '@foyer/js/types';

const called = ({ calls }: Rendered, method: string) => calls.filter(([name]) => name === method);
const lastProps = <T,>(page: Rendered, method: string) => called(page, method).at(-1)?.[2] as T;

describe('SignIn', () => {
  it('is mounted once the Clerk object is there, with the newest properties', async () => {
    const page = await renderWithClerk(<SignIn path="/sign-in" fallback="…" />);
    expect(page.container.textContent).toBe('…');
    await page.rerender(<SignIn path="/in" fallback="…" />);
    await act(async () => page.finishLoading());
    const node = page.container.querySelector('[data-clerk-component="SignIn"]');
    expect(called(page, 'mountSignIn')).toEqual([['mountSignIn', node, { path: '/in' }]]);
  });

  it('shows its fallback until something is drawn', async () => {
    const page = await renderWithClerk(<SignIn fallback={<p>loading</p>} />);
    await act(async () => page.container.querySelector('[data-clerk-component]')?.append(document.createElement('form')));
    await vi.waitFor(() => expect(page.container.innerHTML).toBe('<div data-clerk-component="SignIn"><form></form></div>'));
  });

  it('hears of changed properties, and only of those', async () => {
    const page = await renderWithClerk(<SignIn withSignUp />);
    await act(async () => page.finishLoading());
    await page.rerender(<SignIn withSignUp />);
    expect(called(page, '__unstable__updateProps')).toEqual([]);
    await page.rerender(<SignIn withSignUp={false} />);
    const node = page.container.querySelector('[data-clerk-component]');
    expect(called(page, '__unstable__updateProps')).toEqual([['__unstable__updateProps', { node, props: { withSignUp: false } }]]);
  });

  it('is unmounted with its place', async () => {
    const page = await renderWithClerk(<SignIn />);
    await act(async () => page.finishLoading());
    const node = page.container.querySelector('[data-clerk-component]');
    await page.rerender(null);
    expect(page.calls.at(-1)).toEqual(['unmountSignIn', node]);
  });

  it('is never mounted when it goes before the Clerk object comes', async () => {
    const page = await renderWithClerk(<SignIn />);
    await page.rerender(null);
    await act(async () => page.finishLoading());
    expect(called(page, 'mountSignIn')).toEqual([]);
  });
});

it.each([
  ['TaskChooseOrganization', TaskChooseOrganization], ['TaskResetPassword', TaskResetPassword], ['TaskSetupMFA', TaskSetupMFA],
])('%s is drawn by the Clerk object', async (name, Task) => {
  const page = await renderWithClerk(<Task redirectUrlComplete="/done" />);
  await act(async () => page.finishLoading());
  const node = page.container.querySelector(`[data-clerk-component="${name}"]`);
  expect(called(page, `mount${name}`)).toEqual([[`mount${name}`, node, { redirectUrlComplete: '/done' }]]);
});

describe('GoogleOneTap', () => {
  it('is open while it is on the page', async () => {
    const page = await renderWithClerk(<GoogleOneTap itpSupport={false} />);
    await act(async () => page.finishLoading());
    expect(page.calls.at(-1)).toEqual(['openGoogleOneTap', { itpSupport: false }]);
    await page.rerender(null);
    expect(page.calls.at(-1)).toEqual(['closeGoogleOneTap']);
  });
});

describe('custom items', () => {
  const onClick = vi.fn();
  const button = (help: string) => (
    <UserButton showName>
      <UserButton.MenuItems>
        <UserButton.Action label="signOut" />
        {false}
        <UserButton.Action label="Chat" labelIcon={<i>icon</i>} onClick={() => onClick(help)} />
        <UserButton.Link label="Blog" labelIcon="b" href="/blog" />
      </UserButton.MenuItems>
      <UserButton.UserProfilePage label="Help" url="help" labelIcon="?">{help}</UserButton.UserProfilePage>
    </UserButton>
  );

  it('reach the menu and the profile of the user button', async () => {
    const page = await renderWithClerk(button('first'));
    await act(async () => page.finishLoading());
    const { customMenuItems, userProfileProps, showName } = lastProps<UserButtonProps>(page, 'mountUserButton');
    expect(showName).toBe(true);
    expect(customMenuItems?.map(({ label, href }) => [label, href])).toEqual([['signOut', undefined], ['Chat', undefined], ['Blog', '/blog']]);
    expect(userProfileProps?.customPages).toMatchObject([{ label: 'Help', url: 'help', mount: expect.any(Function), mountIcon: expect.any(Function) }]);
    expect(customMenuItems?.[0]?.mountIcon).toBeUndefined();
  });

  it('call and draw what the page says now, without being sent again', async () => {
    const page = await renderWithClerk(button('first'));
    await act(async () => page.finishLoading());
    const { customMenuItems, userProfileProps } = lastProps<UserButtonProps>(page, 'mountUserButton');
    const chat = customMenuItems?.[1];
    const help = userProfileProps?.customPages?.[0];
    const place = document.createElement('div');
    const icon = document.createElement('div');
    await act(async () => {
      help?.mount?.(place);
      chat?.mountIcon?.(icon);
    });
    expect([place.textContent, icon.innerHTML]).toEqual(['first', '<i>icon</i>']);
    await page.rerender(button('second'));
    expect(place.textContent).toBe('second');
    chat?.onClick?.();
    expect(onClick).toHaveBeenLastCalledWith('second');
    expect(called(page, '__unstable__updateProps')).toEqual([]);
    await act(async () => help?.unmount?.());
    expect(place.textContent).toBe('');
  });

  it('reach the profile, and built-in pages can be moved', async () => {
    const page = await renderWithClerk(
      <UserProfile routing="hash">
        <UserProfile.Page label="Terms" url="terms" labelIcon="§">Be kind.</UserProfile.Page>
        <UserProfile.Link label="Home" url="/" labelIcon="⌂" />
        <UserProfile.Page label="security" />
      </UserProfile>,
    );
    await act(async () => page.finishLoading());
    const { customPages } = lastProps<{ customPages: CustomPage[] }>(page, 'mountUserProfile');
    expect(customPages.map(({ label, url, mount }) => [label, url, Boolean(mount)])).toEqual([['Terms', 'terms', true], ['Home', '/', false], ['security', undefined, false]]);
  });
});
