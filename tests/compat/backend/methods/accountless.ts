import { expect } from 'vitest';
import type { RowsOf } from './row.ts';

export const accountlessApplications: RowsOf<'__experimental_accountlessApplications'> = {
  createAccountlessApplication: ({ clientFor, api }) => ({
    args: [],
    answers: 'AccountlessApplication',
    async effect({ publishableKey, secretKey }) {
      expect(publishableKey).toMatch(/^pk_test_/);
      const created = await clientFor(secretKey).instance.get();
      expect(created.environmentType).toBe('development');
      expect(created.id).not.toBe((await api.instance.get()).id);
    },
  }),
  async completeAccountlessApplicationOnboarding({ api }) {
    return {
      args: [],
      answers: 'AccountlessApplication',
      async effect({ secretKey, publishableKey, apiKeysUrl }) {
        expect(secretKey).toMatch(/^sk_test_/);
        expect((await fetch(apiKeysUrl)).status).toBe(200);
        expect(publishableKey).toMatch(/^pk_test_/);
        expect(await api.__experimental_accountlessApplications.completeAccountlessApplicationOnboarding()).toMatchObject({ secretKey });
      },
    };
  },
};
