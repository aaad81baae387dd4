import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { newEmail } from '../../house/people.ts';
import { PIXEL } from './pixel.ts';
import type { Client, RowsOf } from './row.ts';

const newSlug = () => `org-${randomUUID()}`;
const logo = () => ({ file: new File([PIXEL], 'logo.png', { type: 'image/png' }) });

/** Somebody without a phone number: there are not that many to test with. */
const newPerson = (api: Client) => api.users.createUser({ emailAddress: [newEmail()], skipPasswordRequirement: true });

/** An organization with its administrator. */
async function newOrganization(api: Client) {
  const { id: createdBy } = await newPerson(api);
  const { id, slug } = await api.organizations.createOrganization({ name: 'Acme', slug: newSlug(), createdBy });
  return { id, slug: slug ?? '', createdBy };
}

/** An organization with another member. */
async function withMember(api: Client) {
  const { id: organizationId } = await newOrganization(api);
  const { id: userId } = await newPerson(api);
  await api.organizations.createOrganizationMembership({ organizationId, userId, role: 'org:member' });
  return { organizationId, userId };
}

/** `clerkClient.organizations`: what stands of it. */
export const organizations = {
  async getOrganizationList({ api }) {
    const { id } = await newOrganization(api);
    return {
      args: [{ organizationId: [id], includeMembersCount: true, orderBy: '-created_at', limit: 5 }],
      answers: 'page of Organization',
      effect: ({ data, totalCount }) => {
        expect(totalCount).toBe(1);
        expect(data[0]).toMatchObject({ id, membersCount: 1 });
      },
    };
  },
  async createOrganization({ api }) {
    const { id: createdBy } = await newPerson(api);
    const slug = newSlug();
    return {
      args: [{ name: 'Acme', slug, createdBy, maxAllowedMemberships: 7, publicMetadata: { a: 1 }, privateMetadata: { b: 2 } }],
      answers: 'Organization',
      async effect({ id }) {
        expect(await api.organizations.getOrganization({ organizationId: id })).toMatchObject({ name: 'Acme', slug, createdBy, maxAllowedMemberships: 7, publicMetadata: { a: 1 }, privateMetadata: { b: 2 } });
        expect((await api.users.getOrganizationMembershipList({ userId: createdBy })).data[0]).toMatchObject({ role: 'org:admin', organization: { id } });
      },
    };
  },
  async getOrganization({ api }) {
    const { id, slug } = await newOrganization(api);
    return { args: [{ slug, includeMembersCount: true }], answers: 'Organization', effect: (answer) => expect(answer).toMatchObject({ id, membersCount: 1 }) };
  },
  async updateOrganization({ api }) {
    const { id } = await newOrganization(api);
    return {
      args: [id, { name: 'After', adminDeleteEnabled: false, maxAllowedMemberships: 9 }],
      answers: 'Organization',
      effect: async () => expect(await api.organizations.getOrganization({ organizationId: id })).toMatchObject({ name: 'After', adminDeleteEnabled: false, maxAllowedMemberships: 9 }),
    };
  },
  async updateOrganizationLogo({ api }) {
    const { id } = await newOrganization(api);
    return {
      args: [id, logo()],
      answers: 'Organization',
      async effect({ hasImage, imageUrl }) {
        expect(hasImage).toBe(true);
        expect((await fetch(imageUrl)).headers.get('content-type')).toMatch(/^image\//);
      },
    };
  },
  async deleteOrganizationLogo({ api }) {
    const { id } = await newOrganization(api);
    await api.organizations.updateOrganizationLogo(id, logo());
    return { args: [id], answers: 'Organization', effect: ({ hasImage }) => expect(hasImage).toBe(false) };
  },
  async updateOrganizationMetadata({ api }) {
    const { id } = await newOrganization(api);
    await api.organizations.updateOrganization(id, { publicMetadata: { a: 1, b: 2 } });
    return { args: [id, { publicMetadata: { a: null, c: 3 } }], answers: 'Organization', effect: ({ publicMetadata }) => expect(publicMetadata).toEqual({ b: 2, c: 3 }) };
  },
  async deleteOrganization({ api }) {
    const { id } = await newOrganization(api);
    return {
      args: [id],
      answers: 'DeletedObject',
      effect: async () => expect(api.organizations.getOrganization({ organizationId: id })).rejects.toMatchObject({ status: 404 }),
    };
  },
  async getOrganizationMembershipList({ api }) {
    const { organizationId, userId } = await withMember(api);
    return {
      args: [{ organizationId, role: ['org:member'], orderBy: '+first_name' }],
      answers: 'page of OrganizationMembership',
      effect: ({ data }) => expect(data.map((one) => one.publicUserData?.userId)).toEqual([userId]),
    };
  },
  async getInstanceOrganizationMembershipList({ api }) {
    const { organizationId, userId } = await withMember(api);
    return {
      args: [{ orderBy: '-created_at', limit: 100 }],
      answers: 'page of OrganizationMembership',
      effect: ({ data }) => expect(data).toContainEqual(expect.objectContaining({ publicUserData: expect.objectContaining({ userId }), organization: expect.objectContaining({ id: organizationId }) })),
    };
  },
  async createOrganizationMembership({ api }) {
    const { id: organizationId } = await newOrganization(api);
    const { id: userId } = await newPerson(api);
    return {
      args: [{ organizationId, userId, role: 'org:member' }],
      answers: 'OrganizationMembership',
      effect: async () => expect((await api.users.getOrganizationMembershipList({ userId })).data[0]).toMatchObject({ role: 'org:member', organization: { id: organizationId } }),
    };
  },
  async updateOrganizationMembership({ api }) {
    const { organizationId, userId } = await withMember(api);
    return {
      args: [{ organizationId, userId, role: 'org:admin' }],
      answers: 'OrganizationMembership',
      effect: async () => expect((await api.users.getOrganizationMembershipList({ userId })).data[0]?.role).toBe('org:admin'),
    };
  },
  async updateOrganizationMembershipMetadata({ api }) {
    const { organizationId, userId } = await withMember(api);
    return { args: [{ organizationId, userId, publicMetadata: { a: 1 } }], answers: 'OrganizationMembership', effect: ({ publicMetadata }) => expect(publicMetadata).toEqual({ a: 1 }) };
  },
  async deleteOrganizationMembership({ api }) {
    const { organizationId, userId } = await withMember(api);
    return {
      args: [{ organizationId, userId }],
      answers: 'OrganizationMembership',
      effect: async () => expect((await api.users.getOrganizationMembershipList({ userId })).totalCount).toBe(0),
    };
  },
} satisfies Partial<RowsOf<'organizations'>>;
