import { beforeAll, expect, it } from 'vitest';
import { createTestInstance, testApp, type TestInstance } from '../testing/app.ts';

let test: TestInstance;
beforeAll(async () => {
  test = await createTestInstance();
});

it.each([
  ['sign-in', 'mountSignIn'],
  ['sign-in/choose', 'mountSignIn'],
  ['sign-up/verify-email-address', 'mountSignUp'],
  ['user', 'mountUserProfile'],
  ['waitlist', 'mountWaitlist'],
])('hosts %s', async (path, mount) => {
  const { http } = await testApp();
  const answer = await http.inject(`/i/${test.instance.slug}/portal/${path}`);
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain(mount);
});
