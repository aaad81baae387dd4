import { expect, it } from 'vitest';
import { createTestInstance } from '../../testing/app.ts';

it('passkeys belong to one domain: no others are told of', async () => {
  const { status, body } = await (await createTestInstance()).browser().get('/.well-known/webauthn');
  expect([status, body.errors[0].code]).toEqual([404, 'resource_not_found']);
});
