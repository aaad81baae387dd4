import { apiError } from '@foyer/protocol/errors';
import type { PreviewTemplateParams, UpdateTemplateParams } from '@foyer/protocol/schemas/requests/templates';
import { now, transaction, type Context, type Instance } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import type { MessageWanted } from '../../people/verifications/events.ts';
import type { Content } from '../messages/templates.ts';
import { builtIns, publicName, requireBuiltIn, requireType, type BuiltIn } from './catalogue.ts';
import { checkTemplate, fillHtml, fillText, type Values } from './placeholders.ts';
import { plainText } from './plain-text.ts';
import * as store from './store.ts';
import type { MessageTemplateRow } from './tables.ts';

/** A message as it comes, and what the instance has changed about it. */
export interface MessageTemplate {
  builtIn: BuiltIn;
  changed: MessageTemplateRow | null;
}

/** Longest body, in characters: of a page, and of a text message (ten parts). */
const BODY_MAX = { email: 100_000, sms: 1530 };
const NAME_MAX = 256;
/** What may stand before the @ of an address. */
const LOCAL_PART = /^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/;

/** @throws `template_type_unsupported` */
export async function listTemplates(ctx: Context, type: string): Promise<MessageTemplate[]> {
  const rows = await store.listOfType(ctx.db, ctx.instance.id, requireType(type));
  const changes = new Map(rows.map((row) => [row.slug, row]));
  return builtIns(requireType(type)).map((builtIn) => ({ builtIn, changed: changes.get(builtIn.slug) ?? null }));
}

/** @throws `template_type_unsupported`, `resource_not_found` */
export async function getTemplate(ctx: Context, type: string, slug: string): Promise<MessageTemplate> {
  const builtIn = requireBuiltIn(type, slug);
  return { builtIn, changed: (await store.find(ctx.db, ctx.instance.id, builtIn.type, slug)) ?? null };
}

/**
 * Changes what is given and keeps the rest. What text messages say may be changed only where the
 * application sends them itself: numbers are lost over messages that providers do not know.
 *
 * @throws `invalid_template_body`, `required_variable_missing`, `template_body_modification_restricted`, and {@link getTemplate}'s
 */
export function updateTemplate(ctx: Context, type: string, slug: string, params: UpdateTemplateParams): Promise<MessageTemplate> {
  return transaction(ctx, async (ctx) => {
    const { builtIn, changed } = await getTemplate(ctx, type, slug);
    const delivered = params.delivered_by_clerk ?? changed?.delivered ?? true;
    if (builtIn.type === 'sms' && params.body !== undefined && delivered) throw apiError('template_body_modification_restricted');
    checkWords(builtIn, params);
    const row = changed ?? newRow(ctx, builtIn);
    const saved = await store.save(ctx.db, {
      ...row,
      name: params.name ?? row.name,
      subject: params.subject ?? row.subject,
      markup: params.markup ?? row.markup,
      body: params.body ?? row.body,
      delivered,
      from_email_name: params.from_email_name ?? row.from_email_name,
      reply_to_email_name: params.reply_to_email_name ?? row.reply_to_email_name,
      updated_at: now(ctx),
    });
    return { builtIn, changed: saved };
  });
}

/** Takes every change of a template back. */
export async function revertTemplate(ctx: Context, type: string, slug: string): Promise<MessageTemplate> {
  const builtIn = requireBuiltIn(type, slug);
  await store.remove(ctx.db, ctx.instance.id, builtIn.type, slug);
  return { builtIn, changed: null };
}

/** A template with words that are tried out, filled with sample values. */
export async function previewTemplate(ctx: Context, type: string, slug: string, params: PreviewTemplateParams): Promise<Words> {
  const { builtIn, changed } = await getTemplate(ctx, type, slug);
  checkWords(builtIn, params);
  const samples = Object.fromEntries(builtIn.variables.available.map((name) => [name, SAMPLES[name] ?? name]));
  const subject = params.subject ?? changed?.subject ?? builtIn.subject;
  const body = params.body ?? changed?.body ?? builtIn.body;
  const values = { ...samples, ...commonValues(ctx.instance) };
  return {
    subject: subject === null ? null : fillText(subject, values),
    body: builtIn.type === 'email' ? fillHtml(body, values) : fillText(body, values),
    fromName: params.from_email_name ?? changed?.from_email_name ?? null,
    replyToName: params.reply_to_email_name ?? changed?.reply_to_email_name ?? null,
  };
}

/** What a message says, and under what names it is sent. */
export interface Words {
  subject: string | null;
  body: string;
  fromName: string | null;
  replyToName: string | null;
}

/**
 * What the instance makes of a message that is about to be sent.
 *
 * @param content as it comes
 * @returns the content with the instance's changes, and whether we send it
 */
export async function applyTemplate(ctx: Context, message: MessageWanted, content: Content): Promise<{ content: Content; deliver: boolean }> {
  const email = message.channel === 'email';
  const changed = await store.find(ctx.db, ctx.instance.id, email ? 'email' : 'sms', message.template);
  const from = changed?.from_email_name ?? ctx.instance.settings.communication.from_email_name;
  const names = { ...(email && from ? { from } : {}), ...(email && changed?.reply_to_email_name ? { replyTo: changed.reply_to_email_name } : {}) };
  if (!changed) return { content: { ...content, ...names }, deliver: true };

  const values = { ...valuesOf(message), ...commonValues(ctx.instance) };
  const subject = changed.subject === null ? content.subject : fillText(changed.subject, values);
  const words = changed.body === null ? {} : email ? pageOf(fillHtml(changed.body, values)) : shortOf(fillText(changed.body, values));
  return { content: { ...content, subject, ...words, ...names }, deliver: changed.delivered };
}

const pageOf = (html: string) => ({ html, text: plainText(html) });
const shortOf = (text: string) => ({ short: text, text });

function valuesOf({ variables }: MessageWanted): Values {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [publicName(name), value]));
}

function commonValues({ settings }: Instance): Values {
  return { 'app.name': settings.display.application_name, 'app.url': settings.paths.home_url ?? '', 'app.logo_image_url': settings.display.logo_url ?? '' };
}

const SAMPLES: Values = { otp_code: '424242', action_url: 'https://example.com/verify?token=sample', device: 'Chrome 142 on macOS', ip_address: '203.0.113.7', location: 'Lisbon, PT', method: 'password', support_email: 'support@example.com', name: 'iCloud Keychain' };

function checkWords(builtIn: BuiltIn, params: PreviewTemplateParams & { name?: string }): void {
  const { available } = builtIn.variables;
  if (params.name !== undefined && params.name.length > NAME_MAX) throw apiError('form_param_max_length_exceeded', { param: 'name', values: { max: NAME_MAX } });
  if (params.subject) {
    if (builtIn.type === 'sms') throw apiError('form_conditional_param_disallowed', { param: 'subject' });
    // A line break would end the header.
    if (/[\r\n]/.test(params.subject)) throw apiError('form_param_format_invalid', { param: 'subject' });
    checkTemplate(params.subject, { available, required: [] }, 'subject');
  }
  if (params.body !== undefined) {
    if (params.body.trim() === '') throw apiError('form_param_nil', { param: 'body' });
    const max = BODY_MAX[builtIn.type];
    if (params.body.length > max) throw apiError(builtIn.type === 'sms' ? 'sms_max_length_exceeded' : 'form_param_max_length_exceeded', { param: 'body', values: { max } });
    checkTemplate(params.body, builtIn.variables);
  }
  for (const param of ['from_email_name', 'reply_to_email_name'] as const) {
    const name = params[param];
    if (name !== undefined && name !== '' && !LOCAL_PART.test(name)) throw apiError('form_param_format_invalid', { param, longMessage: 'Give only what stands before the @ of the address.' });
  }
}

function newRow(ctx: Context, { type, slug }: BuiltIn): MessageTemplateRow {
  const at = now(ctx);
  const asItComes = { name: null, subject: null, markup: null, body: null, from_email_name: null, reply_to_email_name: null };
  return { instance_id: ctx.instance.id, template_type: type, slug, id: newId(ctx, 'template'), ...asItComes, delivered: true, created_at: at, updated_at: at };
}
