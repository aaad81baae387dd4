// @vitest-environment happy-dom
import type { State } from '@foyer/js/types';
import { act } from 'react';
import { expect, it, vi } from 'vitest';
import { useSignInSignal, useSignUpSignal } from '../experimental.ts';
import { renderHook } from '../testing/render.tsx';

/** Signals of an attempt that a test moves on. */
function signals() {
  const changes = new Set<() => void>();
  const signIn = { id: 'sia_1', status: 'needs_identifier', mfa: { verifyTOTP: vi.fn(async () => ({ error: null })) } };
  let value = { errors: { fields: { code: null as object | null }, raw: null, global: null }, fetchStatus: 'idle', signIn };
  const signUpValue = { ...value, signUp: { id: 'sua_1' } };
  const state = {
    signInSignal: () => value,
    signUpSignal: () => signUpValue,
    __internal_effect: (effect: () => void) => (effect(), changes.add(effect), () => changes.delete(effect)),
  } as unknown as State;
  const move = (change: Partial<typeof value>) => {
    value = { ...value, ...change };
    for (const tell of changes) tell();
  };
  return { state, move, signIn, listeners: () => changes.size };
}

it('follows the sign-in, what goes wrong in it, and whether a step is under way', async () => {
  const { state, move, listeners } = signals();
  const hook = await renderHook(() => useSignInSignal());
  expect(hook.last()).toMatchObject({ fetchStatus: 'idle', errors: { fields: { identifier: null }, global: null } });
  expect([hook.last().signIn.status, hook.last().signIn.supportedFirstFactors, hook.last().signIn.emailLink.verification]).toEqual(['needs_identifier', [], null]);
  Object.assign(hook.clerk, { __internal_state: state });
  await act(async () => hook.finishLoading());
  expect(hook.last().signIn.id).toBe('sia_1');
  await act(async () => move({ fetchStatus: 'fetching' }));
  expect(hook.last().fetchStatus).toBe('fetching');
  await act(async () => move({ fetchStatus: 'idle', errors: { fields: { code: { code: 'form_code_incorrect' } }, raw: null, global: null } }));
  expect(hook.last().errors.fields.code?.code).toBe('form_code_incorrect');
  await hook.unmount();
  expect(listeners()).toBe(0);
});

it('keeps what is asked of an attempt until the Clerk object has loaded', async () => {
  const { state, signIn } = signals();
  const hook = await renderHook(() => useSignInSignal());
  const early = hook.last().signIn.mfa.verifyTOTP({ code: '123456' });
  Object.assign(hook.clerk, { __internal_state: state });
  await act(async () => hook.finishLoading());
  expect(await early).toEqual({ error: null });
  expect(signIn.mfa.verifyTOTP).toHaveBeenCalledExactlyOnceWith({ code: '123456' });
});

it('has the sign-up in the same way', async () => {
  const { state } = signals();
  const hook = await renderHook(() => useSignUpSignal());
  expect([hook.last().signUp.status, hook.last().signUp.unsafeMetadata, hook.last().errors.fields.captcha]).toEqual(['missing_requirements', {}, null]);
  Object.assign(hook.clerk, { __internal_state: state });
  await act(async () => hook.finishLoading());
  expect(hook.last().signUp.id).toBe('sua_1');
});
