import type { Config } from '../../platform/config.ts';

/** Sends one text message; rejects when the provider did not take it. */
export type SmsSender = (message: { to: string; body: string; channel: 'sms' | 'whatsapp'; instanceId: string; messageId: string }) => Promise<void>;

/** How long the provider may keep us waiting, in milliseconds. */
const TIMEOUT = 20_000;

/** The sender over an HTTP endpoint, behind which any provider can stand; `null` when none is configured. */
export function createSmsSender(config: Config): SmsSender | null {
  const { smsWebhookUrl, smsWebhookToken } = config;
  if (!smsWebhookUrl) return null;
  return async ({ to, body, channel, instanceId, messageId }) => {
    const response = await fetch(smsWebhookUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(smsWebhookToken ? { authorization: `Bearer ${smsWebhookToken}` } : {}) },
      body: JSON.stringify({ to, body, channel, instance_id: instanceId, message_id: messageId }),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (!response.ok) throw new Error(`The SMS endpoint answered ${response.status}.`);
  };
}
