// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { renderWithClerk } from '../testing/render.tsx';
import { signedIn, SIGNED_OUT } from '../testing/scripted-clerk.ts';
import { AuthenticateWithRedirectCallback, Protect, RedirectToSignIn, RedirectToTasks, RedirectToUserProfile, SignedIn, SignedOut } from './index.ts';

describe('SignedIn and SignedOut', () => {
  it('wait, and then show one or the other', async () => {
    const page = await renderWithClerk(<><SignedIn>in</SignedIn><SignedOut>out</SignedOut></>);
    expect(page.container.textContent).toBe('');
    await act(async () => page.finishLoading());
    expect(page.container.textContent).toBe('out');
    await act(async () => page.emit(signedIn()));
    expect(page.container.textContent).toBe('in');
  });

  it('count a pending session as asked', async () => {
    const page = await renderWithClerk(<><SignedIn>in</SignedIn><SignedIn treatPendingAsSignedOut={false}>almost</SignedIn></>);
    await act(async () => page.finishLoading(signedIn({}, { status: 'pending' })));
    expect(page.container.textContent).toBe('almost');
  });
});

describe('Protect', () => {
  const cases = (
    <>
      <Protect fallback="1">any</Protect>
      <Protect feature="garden" fallback="2"> garden</Protect>
      <Protect feature="roof" fallback=" no roof">roof</Protect>
      <Protect condition={(has) => has({ feature: 'garden' }) && !has({ feature: 'roof' })} fallback="4"> both</Protect>
    </>
  );

  it('shows the fallback to strangers and its children to who may see them', async () => {
    const page = await renderWithClerk(cases);
    expect(page.container.textContent).toBe('');
    await act(async () => page.finishLoading());
    expect(page.container.textContent).toBe('12 no roof4');
    await act(async () => page.emit(signedIn({ fea: 'u:garden' })));
    expect(page.container.textContent).toBe('any garden no roof both');
  });
});

describe('redirects', () => {
  it('wait until it is known where to go', async () => {
    const page = await renderWithClerk(<RedirectToSignIn redirectUrl="/back" />);
    expect(page.calls.map(([method]) => method)).toEqual(['load']);
    await act(async () => page.finishLoading());
    // Once, though strict mode runs effects twice: going back from a provider twice would sign up twice.
    expect(page.calls.slice(1)).toEqual([['redirectToSignIn', { redirectUrl: '/back' }]]);
  });

  it('let someone with other accounts choose one', async () => {
    const page = await renderWithClerk(<RedirectToSignIn />);
    await act(async () => page.finishLoading({ ...SIGNED_OUT, client: signedIn().client }));
    expect(page.calls.at(-1)?.[0]).toBe('redirectToAfterSignOut');
  });

  it.each([
    [<RedirectToTasks key="1" />, 'redirectToTasks'],
    [<RedirectToUserProfile key="2" />, 'redirectToUserProfile'],
    [<AuthenticateWithRedirectCallback key="3" />, 'handleRedirectCallback'],
  ])('%#', async (element, method) => {
    const page = await renderWithClerk(element);
    await act(async () => page.finishLoading());
    expect(page.calls.at(-1)?.[0]).toBe(method);
  });
});
