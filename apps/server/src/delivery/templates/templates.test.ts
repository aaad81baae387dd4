import { beforeAll, describe, expect, it } from 'vitest';
import { emit } from '../../platform/context.ts';
import { createTestInstance, type TestInstance } from '../../testing/app.ts';
import type { Answer } from '../../testing/browser.ts';
import { readMessages } from '../messages/service.ts';
import { checkTemplate, fillHtml } from './placeholders.ts';
import { plainText } from './plain-text.ts';

const PATH = '/v1/templates/email/verification_code';
const codeOf = ({ status, body }: Answer) => `${status} ${body.errors[0].code}`;
const put = (test: TestInstance, json: object, path = PATH) => test.bapi('PUT', path, { json });

/** The newest message of an instance, after one was asked for. */
async function sent(test: TestInstance, channel: 'email' | 'sms' = 'email') {
  await emit(test.ctx, 'message.wanted', { channel, template: 'verification_code', to: 'to@example.com', userId: null, variables: { code: '123456' } });
  const [message] = await readMessages(test.ctx, 1);
  if (!message) throw new Error('Nothing was written down.');
  return message.content;
}

describe('message templates', () => {
  let test: TestInstance;
  beforeAll(async () => {
    test = await createTestInstance({ applicationName: 'Acme & Sons' });
  });

  it('are listed as they come', async () => {
    const { body } = await test.bapi('GET', '/v1/templates/email', { query: { paginated: 'true', limit: '500' } });
    expect(body.total_count).toBe(body.data.length);
    expect(body.data[0]).toMatchObject({ object: 'template', slug: 'verification_code', resource_type: 'system', instance_id: null, can_revert: false, subject: '{{otp_code}} is your {{app.name}} verification code', required_variables: ['otp_code'], delivered_by_clerk: true });
    expect((await test.bapi('GET', '/v1/templates/email', { query: { limit: '1', offset: '1' } })).body).toEqual([body.data[1]]);
    expect((await test.bapi('GET', PATH)).body).toEqual(body.data[0]);
    expect((await test.bapi('GET', '/v1/templates/sms')).body.map((one: { slug: string }) => one.slug)).toContain('verification_code');
    expect(codeOf(await test.bapi('GET', '/v1/templates/fax'))).toBe('400 template_type_unsupported');
    expect(codeOf(await test.bapi('GET', '/v1/templates/email/unknown'))).toBe('404 resource_not_found');
  });

  it('say what the instance wants, until they are reverted', async () => {
    const changed = await put(test, { name: 'Codes', subject: 'Hello from {{app.name}}', body: '<p>Your code is <b>{{otp_code}}</b> for {{app.name}}</p>', from_email_name: 'hello', reply_to_email_name: 'help' });
    expect(changed.body).toMatchObject({ name: 'Codes', resource_type: 'user', instance_id: test.instance.id, can_revert: true, from_email_name: 'hello', reply_to_email_name: 'help' });
    expect(await sent(test)).toMatchObject({ subject: 'Hello from Acme & Sons', html: '<p>Your code is <b>123456</b> for Acme &amp; Sons</p>', text: 'Your code is 123456 for Acme & Sons', code: '123456', from: 'hello', replyTo: 'help' });
    expect((await put(test, { subject: 'Only this' })).body).toMatchObject({ subject: 'Only this', body: changed.body.body });
    expect((await test.bapi('POST', `${PATH}/revert`)).body).toMatchObject({ resource_type: 'system', can_revert: false });
    const content = await sent(test);
    expect([content.subject, content.html]).toEqual(['123456 is your Acme & Sons verification code', undefined]);
  });

  it('must be readable, and have what they are sent for', async () => {
    expect(codeOf(await put(test, { body: '<p>No code</p>' }))).toBe('422 required_variable_missing');
    for (const body of ['{{otp_code', '{{#if otp_code}}{{otp_code}}{{/if}}', '{{otp_code}} {{user.password}}']) expect(codeOf(await put(test, { body }))).toBe('422 invalid_template_body');
    expect(codeOf(await put(test, { subject: 'x\r\nBcc: a@example.com' }))).toBe('422 form_param_format_invalid');
    expect(codeOf(await put(test, { from_email_name: 'a@evil.example' }))).toBe('422 form_param_format_invalid');
    expect((await test.bapi('GET', PATH)).body.resource_type).toBe('system');
  });

  it('can be tried out', async () => {
    const { body } = await test.bapi('POST', `${PATH}/preview`, { json: { subject: '{{app.name}}', body: '<p>{{otp_code}}</p>', from_email_name: 'hi' } });
    expect(body).toEqual({ subject: 'Acme & Sons', body: '<p>424242</p>', from_email_address: 'Foyer <hi@localhost>', reply_to_email_address: null });
    expect((await test.bapi('POST', `${PATH}/preview`, { json: {} })).body.subject).toBe('424242 is your Acme & Sons verification code');
  });

  it('of text messages are changed by those who send them', async () => {
    const own = await createTestInstance();
    const path = '/v1/templates/sms/verification_code';
    expect((await own.bapi('GET', path)).body).toMatchObject({ can_edit_body: false, subject: null });
    expect(codeOf(await put(own, { body: 'Code {{otp_code}}' }, path))).toBe('400 template_body_modification_restricted');
    expect((await own.bapi('POST', `${path}/toggle_delivery`, { json: { delivered_by_clerk: false } })).body).toMatchObject({ delivered_by_clerk: false, can_edit_body: true });
    expect((await put(own, { body: 'Code {{otp_code}}' }, path)).status).toBe(200);
    expect(codeOf(await put(own, { body: `{{otp_code}} ${'long '.repeat(400)}` }, path))).toBe('422 sms_max_length_exceeded');
    expect((await sent(own, 'sms')).short).toBe('Code 123456');
    expect((await own.bapi('POST', `${path}/toggle_delivery`, { json: {} })).body.delivered_by_clerk).toBe(true);
  });

  it('of another instance stay as they are', async () => {
    const [one, other] = [await createTestInstance(), await createTestInstance()];
    await put(one, { subject: 'Mine' });
    expect((await other.bapi('GET', PATH)).body.resource_type).toBe('system');
    await other.bapi('POST', `${PATH}/revert`);
    expect((await one.bapi('GET', PATH)).body.subject).toBe('Mine');
    expect((await sent(other)).subject).toContain('123456');
  });
});

describe('placeholders', () => {
  it('are escaped in pages, unless in three braces', () => {
    expect(fillHtml('{{a}} {{{a}}} {{ b }}', { a: '<b>"', b: 'x' })).toBe('&lt;b&gt;&quot; <b>" x');
    expect(fillHtml('{{constructor}}', {})).toBe('');
    expect(() => checkTemplate('{{ a }} }}', { available: ['a'], required: [] })).toThrow('invalid_template_body');
  });

  it('leave in time what is no page', () => {
    for (const odd of ['<style>', '<', '<a href="', '{{', '&amp;<p>']) expect(plainText(odd.repeat(20_000)).length).toBeLessThan(2_000_000);
  });

  it('leave text for mail readers without pages', () => {
    expect(plainText('<style>p{}</style><h1>Hi</h1><p>Open <a href="https://x.example/?a=1&amp;b=2">this</a> &lt;now&gt;<br>please</p>')).toBe('Hi\nOpen this: https://x.example/?a=1&b=2 <now>\nplease');
  });
});
