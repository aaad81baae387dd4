import { expect } from 'vitest';
import { newEmail } from '../../house/people.ts';
import type { RowsOf } from './row.ts';

export const allowlistIdentifiers: RowsOf<'allowlistIdentifiers'> = {
  createAllowlistIdentifier({ api }) {
    const identifier = newEmail();
    return {
      args: [{ identifier, notify: false }],
      answers: 'AllowlistIdentifier',
      async effect({ id }) {
        const { data } = await api.allowlistIdentifiers.getAllowlistIdentifierList({ limit: 500 });
        expect(data.find((entry) => entry.id === id)).toMatchObject({ identifier });
      },
    };
  },
  async getAllowlistIdentifierList({ api }) {
    const { id } = await api.allowlistIdentifiers.createAllowlistIdentifier({ identifier: newEmail(), notify: false });
    return { args: [{ limit: 500 }], answers: 'page of AllowlistIdentifier', effect: ({ data }) => expect(data.map((entry) => entry.id)).toContain(id) };
  },
  async deleteAllowlistIdentifier({ api }) {
    const { id } = await api.allowlistIdentifiers.createAllowlistIdentifier({ identifier: newEmail(), notify: false });
    return {
      args: [id],
      answers: 'DeletedObject',
      effect: async () => expect((await api.allowlistIdentifiers.getAllowlistIdentifierList({ limit: 500 })).data.map((entry) => entry.id)).not.toContain(id),
    };
  },
};

export const blocklistIdentifiers: RowsOf<'blocklistIdentifiers'> = {
  createBlocklistIdentifier({ api }) {
    const identifier = newEmail();
    return {
      args: [{ identifier }],
      answers: 'BlocklistIdentifier',
      async effect({ id }) {
        const { data } = await api.blocklistIdentifiers.getBlocklistIdentifierList();
        expect(data.find((entry) => entry.id === id)).toMatchObject({ identifier });
      },
    };
  },
  async getBlocklistIdentifierList({ api }) {
    const { id } = await api.blocklistIdentifiers.createBlocklistIdentifier({ identifier: newEmail() });
    return { args: [{}], answers: 'page of BlocklistIdentifier', effect: ({ data }) => expect(data.map((entry) => entry.id)).toContain(id) };
  },
  async deleteBlocklistIdentifier({ api }) {
    const { id } = await api.blocklistIdentifiers.createBlocklistIdentifier({ identifier: newEmail() });
    return {
      args: [id],
      answers: 'DeletedObject',
      effect: async () => expect((await api.blocklistIdentifiers.getBlocklistIdentifierList()).data.map((entry) => entry.id)).not.toContain(id),
    };
  },
};
