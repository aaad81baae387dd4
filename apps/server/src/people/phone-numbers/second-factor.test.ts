import { describe, expect, it } from 'vitest';
import { createTestInstance, testApp } from '../../testing/app.ts';
import { signedIn } from '../testing/people.ts';

describe('who gets codes by text message as a second factor', () => {
  it('is told what such codes are worth, and what is safer', async () => {
    const settings = { attributes: { phone_number: { enabled: true, used_for_second_factor: true } }, attack_protection: { reverification: false } };
    const test = await createTestInstance({ settings });
    const { browser, email } = await signedIn(test, { phone_number: ['+12015550174'] });
    const { id } = (await browser.get('/v1/me')).body.response.phone_numbers[0];
    const { messages } = await testApp();
    const told = () => messages.get(`${test.instance.id}:${email}`);
    const reserve = (wish: boolean) => browser.patch(`/v1/me/phone_numbers/${id}`, { reserved_for_second_factor: String(wish) });

    expect((await reserve(true)).body.response.reserved_for_second_factor).toBe(true);
    expect(told()).toMatchObject({ template: 'phone_factor_added', variables: { last_digits: '0174' } });
    messages.delete(`${test.instance.id}:${email}`);
    await reserve(true);
    await reserve(false);
    expect(told()).toBeUndefined();
    const template = await test.bapi('GET', '/v1/templates/email/phone_factor_added');
    expect(template.body.body).toMatch(/authenticator app or a passkey is safer/);
  });
});
