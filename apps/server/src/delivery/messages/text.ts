import type { Settings } from '../../instances/settings/schema.ts';
import type { Config } from '../../platform/config.ts';
import { createSmsSender, type SmsSender } from './sms.ts';

/** Sends one text message by the channel it is meant for, or by another that the instance allows. */
export type TextSender = (message: Parameters<SmsSender>[0], settings: Settings) => Promise<void>;

/** Not everyone has WhatsApp: what it does not take goes by SMS, where that is allowed. `null` when nothing is configured. */
export function createTextSender(config: Config): TextSender | null {
  const send = createSmsSender(config);
  if (!send) return null;
  return async (message, { attributes }) => {
    const mayFallBack = message.channel === 'whatsapp' && attributes.phone_number.channels.includes('sms');
    try {
      await send(message);
    } catch (error) {
      if (!mayFallBack) throw error;
      await send({ ...message, channel: 'sms' });
    }
  };
}
