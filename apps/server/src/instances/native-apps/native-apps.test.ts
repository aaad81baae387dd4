import { expect, it } from 'vitest';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';

const FINGERPRINT = Array.from({ length: 32 }, () => 'A1').join(':');
const ANDROID = { namespace: 'android_app', package_name: 'com.example.app', sha256_cert_fingerprints: [FINGERPRINT] };

async function read({ instance }: TestInstance, name: string) {
  const answer = await (await testApp()).http.inject(`/i/${instance.slug}/.well-known/${name}`);
  return { type: answer.headers['content-type'], body: answer.json() };
}

it('an instance tells which native apps are its own, and only its own', async () => {
  const native_apps = { ios: [{ app_id_prefix: 'A1B2C3D4E5', bundle_id: 'com.example.app' }], android: [ANDROID] };
  const [test, other] = [await createTestInstance({ settings: { native_apps } }), await createTestInstance()];
  const apple = await read(test, 'apple-app-site-association');
  // iOS reads JSON only.
  expect(apple.type).toMatch(/^application\/json/);
  expect(apple.body).toEqual({ webcredentials: { apps: ['A1B2C3D4E5.com.example.app'] } });
  const relation = ['delegate_permission/common.handle_all_urls', 'delegate_permission/common.get_login_creds'];
  expect((await read(test, 'assetlinks.json')).body).toEqual([{ relation, target: ANDROID }]);
  expect((await read(other, 'apple-app-site-association')).body).toEqual({ webcredentials: { apps: [] } });
  expect((await read(other, 'assetlinks.json')).body).toEqual([]);
});

it.each([
  ['an iOS app without its prefix', { ios: [{ app_id_prefix: '', bundle_id: 'com.example.app' }] }],
  ['a bundle that is none', { ios: [{ app_id_prefix: 'A1B2C3D4E5', bundle_id: 'com example' }] }],
  ['a package that is none', { android: [{ ...ANDROID, package_name: 'app' }] }],
  ['a fingerprint that is too short', { android: [{ ...ANDROID, sha256_cert_fingerprints: ['A1:B2'] }] }],
])('%s is refused', async (_, native_apps) => {
  await expect(createTestInstance({ settings: { native_apps } })).rejects.toThrow('native_apps');
});
