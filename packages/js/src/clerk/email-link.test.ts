import { expect, it, vi } from 'vitest';
import type { ClientResource } from '../types/client.ts';
import { handleEmailLinkVerification } from './email-link.ts';

function follow(search: string, { sessions = [] as string[], signIn = 'complete' } = {}) {
  const calls = { setActive: vi.fn(async () => undefined), navigate: vi.fn(), onVerifiedOnOtherDevice: vi.fn() };
  const client = { sessions: sessions.map((id) => ({ id })), signIn: { status: signIn }, signUp: { status: null } } as unknown as ClientResource;
  const params = { redirectUrl: '/go-on', redirectUrlComplete: '/done', onVerifiedOnOtherDevice: calls.onVerifiedOnOtherDevice };
  const result = handleEmailLinkVerification({ client, search: new URLSearchParams(search), params, ...calls });
  return { calls, result };
}

it('activates the session that the link made here', async () => {
  const { calls, result } = follow('__clerk_status=verified&__clerk_created_session=sess_1', { sessions: ['sess_1'] });
  await result;
  expect(calls.setActive).toHaveBeenCalledWith({ session: 'sess_1', redirectUrl: '/done' });
});

it('goes on with an attempt that needs more, and tells when it was begun elsewhere', async () => {
  const more = follow('__clerk_status=verified', { signIn: 'needs_second_factor' });
  await more.result;
  expect(more.calls.navigate).toHaveBeenCalledWith('/go-on');
  const elsewhere = follow('__clerk_status=verified&__clerk_created_session=sess_9');
  await elsewhere.result;
  expect(elsewhere.calls.onVerifiedOnOtherDevice).toHaveBeenCalledOnce();
});

it.each([['expired', 'expired'], ['failed', 'failed'], ['client_mismatch', 'client_mismatch'], ['', 'failed']])('throws for a link that is %s', async (status, code) => {
  await expect(follow(`__clerk_status=${status}`).result).rejects.toMatchObject({ name: 'EmailLinkError', code });
});
