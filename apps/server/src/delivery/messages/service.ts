import { DAY } from '../../platform/clock.ts';
import { now, type Context, type Instance, type Platform } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import type { Instances } from '../../instances/instances/service.ts';
import { instanceContext } from '../../instances/resolve.ts';
import type { MessageWanted } from '../../people/verifications/events.ts';
import { isTestIdentity } from '../../people/verifications/service.ts';
import { applyTemplate } from '../templates/service.ts';
import { createEmailSender } from './email.ts';
import { isOutdated, OUTDATED } from './outdated.ts';
import { createTextSender } from './text.ts';
import * as store from './store.ts';
import type { MessageRow } from './tables.ts';
import { renderMessage, renderShort, type Content } from './templates.ts';

declare module '../../platform/jobs.ts' {
  interface JobMap {
    'send-message': { instanceId: string; messageId: string };
  }
}

const PURPOSE = 'message';
const KEPT_FOR = 30 * DAY;
const CLEAN_UP_EVERY_SECONDS = 3600;

/**
 * Listens for messages that someone wants sent: writes them into the outbox in the same
 * transaction, and sends them by a job that tries again until the other side takes them.
 */
export function deliverMessages(platform: Platform, instances: Instances): void {
  const { events, jobs } = platform;
  const sendEmail = createEmailSender(platform.config);
  const sendSms = createTextSender(platform.config);

  /** In development the inbox is delivery enough; in production a missing sender is a failure. */
  async function send(instance: Instance, row: MessageRow, content: Content): Promise<void> {
    const sender = row.channel === 'email' ? sendEmail : sendSms;
    if (!sender && instance.environmentType === 'production') throw new Error(`Nothing sends ${row.channel} messages: set ${row.channel === 'email' ? 'SMTP_URL' : 'FOYER_SMS_URL'}.`);
    const mark = markOf(instance);
    if (row.channel === 'email') return sendEmail?.(row.id, row.recipient, { ...content, subject: mark + content.subject });
    const body = mark + renderShort(content, instance.settings.display.application_name);
    return sendSms?.({ to: row.recipient, body, channel: row.channel, instanceId: instance.id, messageId: row.id }, instance.settings);
  }

  events.on('message.wanted', writeDown);

  jobs.work('send-message', async ({ data: { instanceId, messageId } }) => {
    const instance = await instances.byId(instanceId);
    if (!instance) return;
    const ctx = instanceContext(platform, instance);
    const row = await store.find(ctx.db, instanceId, messageId);
    if (!row || row.delivered_at || !row.content_encrypted) return;
    const { content } = openMessage(ctx, row);
    if (isOutdated(row, now(ctx))) return store.markFailed(ctx.db, instanceId, messageId, now(ctx), OUTDATED);
    try {
      await send(instance, row, content);
    } catch (error) {
      await store.markFailed(ctx.db, instanceId, messageId, now(ctx), error instanceof Error ? error.message : String(error));
      throw error;
    }
    await store.markDelivered(ctx.db, instanceId, messageId, now(ctx), instance.environmentType === 'production');
  });

  jobs.every('forget-old-messages', CLEAN_UP_EVERY_SECONDS, async () => {
    await store.deleteOlder(platform.db, new Date(platform.clock.now().getTime() - KEPT_FOR));
  });
}

/** What stands before every message of a development instance, so that nobody takes it for one of the real application (environments). */
function markOf({ environmentType }: Instance): string {
  return environmentType === 'development' ? '[Development] ' : '';
}

async function writeDown(ctx: Context, message: MessageWanted): Promise<void> {
  const id = newId(ctx, message.channel === 'email' ? 'email' : 'sms_message');
  const { content, deliver } = await applyTemplate(ctx, message, renderMessage(message, ctx.instance.settings.display.application_name));
  await store.insert(ctx.db, {
    instance_id: ctx.instance.id,
    id,
    channel: message.channel,
    template: message.template,
    recipient: message.to,
    user_id: message.userId,
    content_encrypted: ctx.platform.vault.seal(ctx.instance.id, PURPOSE, JSON.stringify(content)),
    created_at: now(ctx),
  });
  // Else the application sends it; test identities get nothing, but for the inbox.
  if (deliver && !isTestIdentity(ctx.instance, message.to)) await ctx.platform.jobs.send(ctx.db, 'send-message', { instanceId: ctx.instance.id, messageId: id });
}

/** A message of the outbox with what it says. */
export interface ReadableMessage {
  row: MessageRow;
  content: Content;
}

/** The newest messages of an instance, or to one address or number, that can still be read, newest first. */
export async function readMessages(ctx: Context, limit: number, to?: string): Promise<ReadableMessage[]> {
  const rows = await store.listNewest(ctx.db, ctx.instance.id, limit, to);
  return rows.filter((row) => row.content_encrypted !== null).map((row) => openMessage(ctx, row));
}

function openMessage(ctx: Context, row: MessageRow): ReadableMessage {
  if (!row.content_encrypted) throw new Error(`Message ${row.id} has no content any more.`);
  return { row, content: JSON.parse(ctx.platform.vault.open(ctx.instance.id, PURPOSE, row.content_encrypted)) as Content };
}
