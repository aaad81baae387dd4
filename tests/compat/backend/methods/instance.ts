import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import type { RowsOf } from './row.ts';

/** A domain of nobody else. Nothing asks for it. */
const newHost = () => `foyer-${randomBytes(6).toString('hex')}.dev`;

export const instance: RowsOf<'instance'> = {
  get: ({ api }) => ({
    args: [],
    answers: 'Instance',
    effect: async (found) => expect(await api.instance.get()).toMatchObject({ id: found.id, environmentType: 'production' }),
  }),
  update({ api }) {
    const allowedOrigins = [`https://${newHost()}`];
    return { args: [{ allowedOrigins, hibp: false }], answers: 'nothing', effect: async () => expect((await api.instance.get()).allowedOrigins).toEqual(allowedOrigins) };
  },
  updateRestrictions: ({ api }) => ({
    args: [{ blockEmailSubaddresses: true }],
    answers: 'InstanceRestrictions',
    // What is not named stays as it is.
    effect: async () => expect(await api.instance.updateRestrictions({ blocklist: true, ignoreDotsForGmailAddresses: true })).toMatchObject({ blocklist: true, blockEmailSubaddresses: true, ignoreDotsForGmailAddresses: true }),
  }),
  updateOrganizationSettings: ({ api }) => ({
    args: [{ maxAllowedMemberships: 7 }],
    answers: 'OrganizationSettings',
    effect: async () => expect(await api.instance.updateOrganizationSettings({})).toMatchObject({ maxAllowedMemberships: 7 }),
  }),
};

export const domains: RowsOf<'domains'> = {
  add({ api }) {
    const name = newHost();
    return { args: [{ name, is_satellite: true }], answers: 'Domain', effect: async () => expect((await api.domains.list()).data).toContainEqual(expect.objectContaining({ name, isSatellite: true })) };
  },
  list: () => ({ args: [], answers: 'page of Domain', effect: ({ data, totalCount }) => expect([data[0]?.isSatellite, data.length]).toEqual([false, totalCount]) }),
  async update({ api }) {
    const { id: domainId } = await api.domains.add({ name: newHost(), is_satellite: true });
    const name = newHost();
    return { args: [{ domainId, name }], answers: 'Domain', effect: async () => expect((await api.domains.list()).data).toContainEqual(expect.objectContaining({ id: domainId, name })) };
  },
  async delete({ api }) {
    const { id } = await api.domains.add({ name: newHost(), is_satellite: true });
    return { args: [id], answers: 'DeletedObject', effect: async () => expect((await api.domains.list()).data.map((domain) => domain.id)).not.toContain(id) };
  },
  async deleteDomain({ api }) {
    const { id } = await api.domains.add({ name: newHost(), is_satellite: true });
    return { args: [id], answers: 'DeletedObject', effect: async () => expect((await api.domains.list()).data.map((domain) => domain.id)).not.toContain(id) };
  },
};

export const betaFeatures: RowsOf<'betaFeatures'> = {
  changeDomain({ api }) {
    const name = newHost();
    return {
      args: [{ homeUrl: `https://${name}` }],
      answers: 'nothing',
      effect: async () => expect((await api.domains.list()).data[0]).toMatchObject({ name, isSatellite: false, frontendApiUrl: `https://clerk.${name}` }),
    };
  },
};

export const proxyChecks: RowsOf<'proxyChecks'> = {
  async verify({ api, frontend }) {
    const [primary] = (await api.domains.list()).data;
    return {
      args: [{ domainId: primary?.id ?? '', proxyUrl: frontend }],
      answers: 'ProxyCheck',
      effect: (check) => expect(check).toMatchObject({ domainId: primary?.id, proxyUrl: frontend, successful: true }),
    };
  },
};

export const redirectUrls: RowsOf<'redirectUrls'> = {
  createRedirectUrl({ api }) {
    const url = `https://${newHost()}/callback`;
    return { args: [{ url }], answers: 'RedirectUrl', effect: async ({ id }) => expect((await api.redirectUrls.getRedirectUrl(id)).url).toBe(url) };
  },
  async getRedirectUrl({ api }) {
    const { id, url } = await api.redirectUrls.createRedirectUrl({ url: `https://${newHost()}/callback` });
    return { args: [id], answers: 'RedirectUrl', effect: (found) => expect(found).toMatchObject({ id, url }) };
  },
  async getRedirectUrlList({ api }) {
    const { id } = await api.redirectUrls.createRedirectUrl({ url: `https://${newHost()}/callback` });
    return { args: [], answers: 'page of RedirectUrl', effect: ({ data }) => expect(data.map((found) => found.id)).toContain(id) };
  },
  async deleteRedirectUrl({ api }) {
    const { id } = await api.redirectUrls.createRedirectUrl({ url: `https://${newHost()}/callback` });
    return { args: [id], answers: 'DeletedObject', effect: () => expect(api.redirectUrls.getRedirectUrl(id)).rejects.toMatchObject({ status: 404 }) };
  },
};
