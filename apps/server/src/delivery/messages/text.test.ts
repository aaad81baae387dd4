import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { completeSettings } from '../../instances/settings/settings.ts';
import { readConfig } from '../../platform/config.ts';
import { createTextSender, type TextSender } from './text.ts';

const MESSAGE = { to: '+4915112345678', body: '123456 is your code.', instanceId: 'ins_1', messageId: 'sms_1' };
const withChannels = (...channels: ('sms' | 'whatsapp')[]) => completeSettings({ attributes: { phone_number: { channels } } });

describe('a text message', () => {
  let sent: { channel: string; to: string; body: string }[] = [];
  let refuses: string[] = [];
  const provider = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const message = JSON.parse(Buffer.concat(chunks).toString());
    expect(request.headers['authorization']).toBe('Bearer token');
    sent.push(message);
    response.writeHead(refuses.includes(message.channel) ? 422 : 202).end();
  });
  let send: TextSender;

  beforeAll(async () => {
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    const sender = createTextSender(readConfig({ FOYER_SMS_URL: `http://127.0.0.1:${(provider.address() as AddressInfo).port}/`, FOYER_SMS_TOKEN: 'token' }));
    if (!sender) throw new Error('There is no sender.');
    send = sender;
  });
  beforeEach(() => {
    sent = [];
    refuses = [];
  });
  afterAll(() => new Promise((resolve) => provider.close(resolve)));

  it('goes by its channel', async () => {
    await send({ ...MESSAGE, channel: 'whatsapp' }, withChannels('whatsapp', 'sms'));
    expect(sent).toEqual([{ channel: 'whatsapp', to: MESSAGE.to, body: MESSAGE.body, instance_id: 'ins_1', message_id: 'sms_1' }]);
  });

  it('that WhatsApp does not take goes by SMS, where the instance has that', async () => {
    refuses = ['whatsapp'];
    await send({ ...MESSAGE, channel: 'whatsapp' }, withChannels('whatsapp', 'sms'));
    expect(sent.map(({ channel }) => channel)).toEqual(['whatsapp', 'sms']);
    await expect(send({ ...MESSAGE, channel: 'whatsapp' }, withChannels('whatsapp'))).rejects.toThrow('422');
  });

  it('that nobody takes fails, to be tried again', async () => {
    refuses = ['sms'];
    await expect(send({ ...MESSAGE, channel: 'sms' }, withChannels('sms', 'whatsapp'))).rejects.toThrow('422');
    expect(sent).toHaveLength(1);
  });

  it('is nobody’s where no provider is configured', () => {
    expect(createTextSender(readConfig({}))).toBeNull();
  });
});
