import { expect } from 'vitest';
import { newEmail, newPhoneNumber, PASSWORD } from '../../house/people.ts';
import { PIXEL } from './pixel.ts';
import type { RowsOf } from './row.ts';

/** `clerkClient.users`: people themselves. What proves who they are is in `user-factors.ts`. */
export const users = {
  createUser({ api }) {
    const [email, phone, externalId] = [newEmail(), newPhoneNumber(), newEmail()];
    return {
      args: [
        {
          emailAddress: [email],
          phoneNumber: [phone],
          password: PASSWORD,
          firstName: 'Ada',
          lastName: 'Lovelace',
          externalId,
          publicMetadata: { plan: 'gold' },
          privateMetadata: { note: 'first' },
          unsafeMetadata: { theme: 'dark' },
          createdAt: new Date('2020-01-02T03:04:05Z'),
        },
      ],
      answers: 'User',
      async effect(user) {
        expect(user.primaryEmailAddress).toMatchObject({ emailAddress: email, verification: { status: 'verified' } });
        expect(user.primaryPhoneNumber?.phoneNumber).toBe(phone);
        expect(await api.users.getUser(user.id)).toMatchObject({
          firstName: 'Ada',
          fullName: 'Ada Lovelace',
          externalId,
          passwordEnabled: true,
          publicMetadata: { plan: 'gold' },
          privateMetadata: { note: 'first' },
          unsafeMetadata: { theme: 'dark' },
          createdAt: Date.parse('2020-01-02T03:04:05Z'),
        });
      },
    };
  },
  async getUser({ api, newUser }) {
    const { id, email } = await newUser();
    return {
      args: [id],
      answers: 'User',
      async effect(user) {
        expect(user.primaryEmailAddress?.emailAddress).toBe(email);
        await expect(api.users.getUser('user_unknown')).rejects.toMatchObject({ status: 404, errors: [{ code: 'resource_not_found' }] });
      },
    };
  },
  async getUserList({ api, newUser }) {
    const [a, b] = [await newUser({ firstName: 'Zoe' }), await newUser({ firstName: 'Adam' })];
    const both = { userId: [a.id, b.id], orderBy: '+first_name', limit: 1 } as const;
    return {
      args: [{ ...both, userId: [a.id, b.id] }],
      answers: 'page of User',
      async effect({ data, totalCount }) {
        expect([totalCount, data.map(({ id }) => id)]).toEqual([2, [b.id]]);
        const idsOf = async (params: Parameters<typeof api.users.getUserList>[0]) => (await api.users.getUserList(params)).data.map(({ id }) => id);
        expect(await idsOf({ ...both, userId: [a.id, b.id], offset: 1 })).toEqual([a.id]);
        expect(await idsOf({ emailAddress: [a.email] })).toEqual([a.id]);
        expect(await idsOf({ query: a.email })).toEqual([a.id]);
      },
    };
  },
  async getCount({ newUser }) {
    const { email } = await newUser();
    return { args: [{ emailAddress: [email] }], answers: 'number', effect: (count) => expect(count).toBe(1) };
  },
  async updateUser({ api, newUser }) {
    const { id } = await newUser();
    const second = await api.emailAddresses.createEmailAddress({ userId: id, emailAddress: newEmail(), verified: true });
    const changes = { deleteSelfEnabled: false, createOrganizationsLimit: 3 };
    return {
      args: [id, { firstName: 'Grace', lastName: 'Hopper', primaryEmailAddressID: second.id, ...changes }],
      answers: 'User',
      effect: async () => expect(await api.users.getUser(id)).toMatchObject({ fullName: 'Grace Hopper', primaryEmailAddressId: second.id, ...changes }),
    };
  },
  async updateUserMetadata({ api, newUser }) {
    const { id } = await newUser({ publicMetadata: { keep: 1, drop: 2, nested: { a: 1 } } });
    return {
      args: [id, { publicMetadata: { drop: null, nested: { b: 2 } }, privateMetadata: { secret: true } }],
      answers: 'User',
      async effect() {
        const { publicMetadata, privateMetadata } = await api.users.getUser(id);
        expect(publicMetadata).toEqual({ keep: 1, nested: { a: 1, b: 2 } });
        expect(privateMetadata).toEqual({ secret: true });
      },
    };
  },
  async updateUserProfileImage({ api, newUser }) {
    const { id } = await newUser();
    return {
      args: [id, { file: new File([PIXEL], 'me.png', { type: 'image/png' }) }],
      answers: 'User',
      async effect({ hasImage }) {
        expect(hasImage).toBe(true);
        const image = await fetch((await api.users.getUser(id)).imageUrl);
        expect(image.headers.get('content-type')).toMatch(/^image\//);
      },
    };
  },
  async deleteUserProfileImage({ api, newUser }) {
    const { id } = await newUser();
    await api.users.updateUserProfileImage(id, { file: new File([PIXEL], 'me.png', { type: 'image/png' }) });
    return { args: [id], answers: 'User', effect: async () => expect((await api.users.getUser(id)).hasImage).toBe(false) };
  },
  async deleteUser({ api, newUser }) {
    const { id } = await newUser();
    return {
      args: [id],
      answers: 'DeletedObject',
      async effect(answer) {
        expect(answer).toMatchObject({ object: 'user', id, deleted: true });
        await expect(api.users.getUser(id)).rejects.toMatchObject({ status: 404 });
      },
    };
  },
  async banUser({ api, newUser }) {
    const { id } = await newUser();
    return { args: [id], answers: 'User', effect: async () => expect((await api.users.getUser(id)).banned).toBe(true) };
  },
  async unbanUser({ api, newUser }) {
    const { id } = await newUser();
    await api.users.banUser(id);
    return { args: [id], answers: 'User', effect: async () => expect((await api.users.getUser(id)).banned).toBe(false) };
  },
  async lockUser({ api, newUser }) {
    const { id } = await newUser();
    return { args: [id], answers: 'User', effect: async () => expect((await api.users.getUser(id)).locked).toBe(true) };
  },
  async unlockUser({ api, newUser }) {
    const { id } = await newUser();
    await api.users.lockUser(id);
    return { args: [id], answers: 'User', effect: async () => expect((await api.users.getUser(id)).locked).toBe(false) };
  },
} satisfies Partial<RowsOf<'users'>>;
