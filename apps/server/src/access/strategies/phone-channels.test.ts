import { beforeAll, describe, expect, it } from 'vitest';
import type { SettingsPatch } from '../../instances/settings/schema.ts';
import { createTestInstance, testApp, type TestInstance } from '../../testing/app.ts';
import type { Answer } from '../../testing/browser.ts';

const GERMAN = '+4915112345678';
const BRAZILIAN = '+5511961234567';
const PATH = '/v1/client/sign_ins';

const phones = (channels: ('sms' | 'whatsapp')[], communication: SettingsPatch['communication'] = {}): { settings: SettingsPatch } => ({
  settings: { attributes: { email_address: { required: false }, phone_number: { enabled: true, used_for_first_factor: true, channels } }, communication },
});
const codeOf = (answer: Answer) => (answer.status === 200 ? 'ok' : answer.body.errors[0].code);

async function withPeople(...given: Parameters<typeof phones>): Promise<TestInstance> {
  const test = await createTestInstance(phones(...given));
  // By a server: whatever the countries, numbers may be there already.
  for (const number of [GERMAN, BRAZILIAN]) {
    const { status, text } = await test.bapi('POST', '/v1/users', { json: { phone_number: [number], skip_password_requirement: true } });
    expect(status, text).toBe(200);
  }
  return test;
}

/** Asks for a code and tells by what channel it came. */
async function channelOf(test: TestInstance, number: string, channel?: string): Promise<string> {
  const browser = test.browser();
  const { id, supported_first_factors: factors } = (await browser.post(PATH, { identifier: number })).body.response;
  const prepared = await browser.post(`${PATH}/${id}/prepare_first_factor`, { strategy: 'phone_code', phone_number_id: factors[0].phone_number_id, channel });
  if (prepared.status !== 200) return codeOf(prepared);
  return (await testApp()).messages.get(`${test.instance.id}:${number}`)?.channel ?? 'nothing';
}

describe('codes by phone', () => {
  it('come by the channel that is asked for, if the instance has it', async () => {
    const test = await withPeople(['sms', 'whatsapp']);
    expect(await channelOf(test, GERMAN)).toBe('sms');
    expect(await channelOf(test, BRAZILIAN, 'whatsapp')).toBe('whatsapp');
    const plain = await withPeople(['sms']);
    expect(await channelOf(plain, GERMAN, 'whatsapp')).toBe('form_param_value_invalid');
  });

  it('come by the channel that is preferred in the country, if the instance has it', async () => {
    const preferred = { preferred_channels: { BR: 'whatsapp' as const } };
    const test = await withPeople(['sms', 'whatsapp'], preferred);
    expect(await channelOf(test, BRAZILIAN)).toBe('whatsapp');
    expect(await channelOf(test, GERMAN)).toBe('sms');
    expect(await channelOf(await withPeople(['sms'], preferred), BRAZILIAN)).toBe('sms');
    expect(await channelOf(await withPeople(['whatsapp']), GERMAN)).toBe('whatsapp');
  });
});

describe('countries that are sent nothing', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await withPeople(['sms'], { allowed_country_codes: ['DE', 'US'] });
  });

  it('get no codes any more', async () => {
    const browser = test.browser();
    const refused = await browser.post(PATH, { identifier: BRAZILIAN, strategy: 'phone_code' });
    expect(refused.status).toBe(403);
    expect(refused.body.errors[0]).toMatchObject({ code: 'unsupported_country_code', meta: { param_name: 'phone_number', alpha2: 'BR', country_code: '55' } });
    expect(codeOf(await browser.post(PATH, { identifier: GERMAN, strategy: 'phone_code' }))).toBe('ok');
    const blocking = await withPeople(['sms'], { blocked_country_codes: ['BR'] });
    expect(await channelOf(blocking, BRAZILIAN)).toBe('unsupported_country_code');
  });

  it('cannot be signed up with, unlike test numbers', async () => {
    const signUp = async (number: string) => codeOf(await test.browser().post('/v1/client/sign_ups', { phone_number: number, password: 'violet lantern 7 river' }));
    expect(await signUp('+5511961234568')).toBe('not_allowed_access');
    expect(await signUp('+12015550100')).toBe('ok');
    expect(await signUp('+15005550100')).toBe('ok');
  });
});
