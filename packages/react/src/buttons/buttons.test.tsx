// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { renderWithClerk, type Rendered } from '../testing/render.tsx';
import { SignInButton, SignOutButton, SignUpButton } from './buttons.tsx';

async function click({ container }: Rendered): Promise<void> {
  await act(async () => container.querySelector('button')?.click());
}

describe('buttons', () => {
  it('have a text of their own', async () => {
    const page = await renderWithClerk(<><SignInButton /><SignUpButton>Join</SignUpButton><SignOutButton /></>);
    expect(page.container.innerHTML).toBe('<button type="button">Sign in</button><button type="button">Join</button><button type="button">Sign out</button>');
  });

  it('go to the page, with where to go afterwards', async () => {
    const page = await renderWithClerk(<SignInButton fallbackRedirectUrl="/a" signUpForceRedirectUrl="/b" />);
    await act(async () => page.finishLoading());
    await click(page);
    expect(page.calls.at(-1)).toEqual(['redirectToSignIn', { signInFallbackRedirectUrl: '/a', signUpForceRedirectUrl: '/b' }]);
  });

  it('open the dialog, after what the wrapped button does itself', async () => {
    const order: string[] = [];
    const page = await renderWithClerk(<SignUpButton mode="modal" forceRedirectUrl="/a"><button onClick={() => order.push('own')}>Join</button></SignUpButton>);
    await act(async () => page.finishLoading());
    await click(page);
    expect(order).toEqual(['own']);
    expect(page.calls.at(-1)).toEqual(['openSignUp', { forceRedirectUrl: '/a' }]);
  });

  it('may be clicked early', async () => {
    const page = await renderWithClerk(<SignInButton mode="modal" />);
    await click(page);
    await act(async () => page.finishLoading());
    expect(page.calls.at(-1)?.[0]).toBe('openSignIn');
  });

  it('sign out', async () => {
    const page = await renderWithClerk(<SignOutButton redirectUrl="/bye" sessionId="sess_2" />);
    await act(async () => page.finishLoading());
    await click(page);
    expect(page.calls.at(-1)).toEqual(['signOut', { redirectUrl: '/bye', sessionId: 'sess_2' }]);
  });

  it('take one child', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(renderWithClerk(<SignInButton><b>a</b><b>b</b></SignInButton>)).rejects.toThrow('<SignInButton> takes one child');
    vi.restoreAllMocks();
  });
});
