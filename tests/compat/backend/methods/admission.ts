import { expect } from 'vitest';
import { newEmail, PASSWORD } from '../../house/people.ts';
import type { RowsOf } from './row.ts';

export const invitations: RowsOf<'invitations'> = {
  createInvitation({ api }) {
    const emailAddress = newEmail();
    return {
      args: [{ emailAddress, expiresInDays: 3, notify: false, publicMetadata: { plan: 'gold' }, redirectUrl: 'http://localhost:3000/welcome' }],
      answers: 'Invitation',
      async effect({ id, url }) {
        expect(url).toContain('/v1/tickets/accept');
        const { data } = await api.invitations.getInvitationList({ query: id });
        expect(data).toMatchObject([{ id, emailAddress, status: 'pending', publicMetadata: { plan: 'gold' } }]);
      },
    };
  },
  createInvitationBulk({ api }) {
    const [a, b] = [newEmail(), newEmail()];
    return {
      args: [[{ emailAddress: a, notify: false }, { emailAddress: b, notify: false }]],
      answers: 'Invitation[]',
      async effect() {
        expect((await api.invitations.getInvitationList({ query: a })).data).toMatchObject([{ status: 'pending' }]);
        expect((await api.invitations.getInvitationList({ query: b })).data).toMatchObject([{ status: 'pending' }]);
      },
    };
  },
  async getInvitationList({ api }) {
    const emailAddress = newEmail();
    const { id } = await api.invitations.createInvitation({ emailAddress, notify: false });
    return {
      args: [{ query: emailAddress, status: 'pending' }],
      answers: 'page of Invitation',
      effect: ({ data, totalCount }) => expect([totalCount, data.map((invitation) => invitation.id)]).toEqual([1, [id]]),
    };
  },
  async revokeInvitation({ api }) {
    const { id } = await api.invitations.createInvitation({ emailAddress: newEmail(), notify: false });
    return {
      args: [id],
      answers: 'Invitation',
      async effect({ revoked }) {
        expect(revoked).toBe(true);
        expect((await api.invitations.getInvitationList({ query: id, status: 'revoked' })).data).toMatchObject([{ status: 'revoked' }]);
      },
    };
  },
};

export const waitlistEntries: RowsOf<'waitlistEntries'> = {
  create({ api }) {
    const emailAddress = newEmail();
    return {
      args: [{ emailAddress, notify: false }],
      answers: 'WaitlistEntry',
      effect: async () => expect(await api.waitlistEntries.list({ query: emailAddress })).toMatchObject({ data: [{ emailAddress, status: 'pending' }], totalCount: 1 }),
    };
  },
  async list({ api }) {
    const emailAddress = newEmail();
    await api.waitlistEntries.create({ emailAddress, notify: false });
    return {
      args: [{ query: emailAddress, status: 'pending', orderBy: '-created_at' }],
      answers: 'page of WaitlistEntry',
      effect: (page) => expect(page).toMatchObject({ data: [{ emailAddress }], totalCount: 1 }),
    };
  },
  async invite({ api }) {
    const { id, emailAddress } = await api.waitlistEntries.create({ emailAddress: newEmail(), notify: false });
    return {
      args: [id, { ignoreExisting: true }],
      answers: 'WaitlistEntry',
      async effect({ status }) {
        expect(status).toBe('invited');
        expect(await api.invitations.getInvitationList({ query: emailAddress })).toMatchObject({ data: [{ emailAddress, status: 'pending' }] });
      },
    };
  },
  async reject({ api }) {
    const { id, emailAddress } = await api.waitlistEntries.create({ emailAddress: newEmail(), notify: false });
    return { args: [id], answers: 'WaitlistEntry', effect: async () => expect(await api.waitlistEntries.list({ query: emailAddress })).toMatchObject({ data: [{ status: 'rejected' }] }) };
  },
  async delete({ api }) {
    const { id, emailAddress } = await api.waitlistEntries.create({ emailAddress: newEmail(), notify: false });
    return { args: [id], answers: 'DeletedObject', effect: async () => expect((await api.waitlistEntries.list({ query: emailAddress })).totalCount).toBe(0) };
  },
};

export const signUps: RowsOf<'signUps'> = {
  async get({ newSignUp }) {
    const { id, email } = await newSignUp();
    return { args: [id], answers: 'SignUpAttempt', effect: (signUp) => expect(signUp).toMatchObject({ id, emailAddress: email, status: 'missing_requirements' }) };
  },
  async update({ api, newSignUp }) {
    const { id, browser, email } = await newSignUp();
    const externalId = newEmail();
    return {
      args: [{ signUpAttemptId: id, externalId, customAction: true }],
      answers: 'SignUpAttempt',
      async effect() {
        expect(await api.signUps.get(id)).toMatchObject({ externalId, customAction: true });
        await browser.send('POST', `/client/sign_ups/${id}/prepare_verification`, { strategy: 'email_code' });
        await browser.send('POST', `/client/sign_ups/${id}/attempt_verification`, { strategy: 'email_code', code: '424242' });
        expect(await api.users.getUserList({ emailAddress: [email] })).toMatchObject({ data: [{ externalId }] });
        await api.users.verifyPassword({ userId: (await api.users.getUserList({ emailAddress: [email] })).data[0]?.id ?? '', password: PASSWORD });
      },
    };
  },
};
