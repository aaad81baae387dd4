import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { verifyWebhook } from './webhooks.ts';

const secret = `whsec_${Buffer.from('a secret of the instance').toString('base64')}`;
const body = JSON.stringify({ type: 'user.created', object: 'event', data: { id: 'user_1' } });
const seconds = () => Math.floor(Date.now() / 1000);

function sign(content: string, key = secret): string {
  return `v1,${createHmac('sha256', Buffer.from(key.slice(6), 'base64')).update(content).digest('base64')}`;
}

function delivery({ timestamp = seconds(), signature = sign(`msg_1.${timestamp}.${body}`), sent = body, prefix = 'svix' } = {}): Request {
  const headers = { [`${prefix}-id`]: 'msg_1', [`${prefix}-timestamp`]: String(timestamp), [`${prefix}-signature`]: signature };
  return new Request('https://app.test/webhooks', { method: 'POST', body: sent, headers });
}

afterEach(() => vi.unstubAllEnvs());

describe('verifyWebhook', () => {
  it('returns the event', async () => {
    expect(await verifyWebhook(delivery(), { signingSecret: secret })).toEqual(JSON.parse(body));
    expect(await verifyWebhook(delivery({ prefix: 'webhook' }), { signingSecret: secret })).toMatchObject({ type: 'user.created' });
  });

  it('takes the secret from the environment', async () => {
    vi.stubEnv('CLERK_WEBHOOK_SIGNING_SECRET', secret);
    expect(await verifyWebhook(delivery())).toMatchObject({ type: 'user.created' });
  });

  it('accepts any of several signatures', async () => {
    const timestamp = seconds();
    const signature = `v2,x v1,${'A'.repeat(44)} ${sign(`msg_1.${timestamp}.${body}`)}`;
    expect(await verifyWebhook(delivery({ timestamp, signature }), { signingSecret: secret })).toMatchObject({ type: 'user.created' });
  });

  it.each<[string, () => Request, string]>([
    ['another body', () => delivery({ sent: body.replace('user_1', 'user_2') }), 'No matching signature'],
    ['another secret', () => delivery({ signature: sign(`msg_1.${seconds()}.${body}`, 'whsec_AAAA') }), 'No matching signature'],
    ['an unknown version', () => delivery({ signature: 'v2,abc' }), 'No matching signature'],
    ['an old delivery', () => delivery({ timestamp: seconds() - 301 }), 'too old'],
    ['one from the future', () => delivery({ timestamp: seconds() + 301 }), 'in the future'],
    ['no time', () => delivery({ timestamp: Number.NaN }), 'not a number'],
    ['missing headers', () => new Request('https://app.test', { method: 'POST', body }), 'svix-id'],
  ])('refuses %s', async (_, make, message) => {
    await expect(verifyWebhook(make(), { signingSecret: secret })).rejects.toThrow(message);
  });

  it('says which variable to set without a secret', async () => {
    await expect(verifyWebhook(delivery())).rejects.toThrow('CLERK_WEBHOOK_SIGNING_SECRET');
  });
});
