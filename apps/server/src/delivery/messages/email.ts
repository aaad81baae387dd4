import { createTransport } from 'nodemailer';
import type { Config } from '../../platform/config.ts';
import { escapeHtml } from '../../platform/http/html.ts';
import type { Content } from './templates.ts';

/**
 * Sends one email; rejects when the mail server did not take it.
 *
 * @param id of the message: when it is sent again, because it is not known whether the server took it,
 *   it is the same one to whoever receives it (RFC 5322 §3.6.4)
 */
export type EmailSender = (id: string, to: string, content: Content) => Promise<void>;

/** How long the mail server may keep us waiting, in milliseconds. */
const TIMEOUT = 20_000;

/** The sender over SMTP; `null` when no mail server is configured. */
export function createEmailSender(config: Config): EmailSender | null {
  if (!config.smtpUrl) return null;
  const url = new URL(config.smtpUrl);
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587),
    secure: url.protocol === 'smtps:',
    ...(url.username ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } } : {}),
    connectionTimeout: TIMEOUT,
    greetingTimeout: TIMEOUT,
    socketTimeout: TIMEOUT,
  });
  const ownDomain = /@([^>\s]+)/.exec(config.mailFrom)?.[1] ?? 'localhost';
  return async (id, to, content) => {
    await transport.sendMail({
      messageId: `<${id}@${ownDomain}>`,
      from: content.from ? withLocalPart(config.mailFrom, content.from) : config.mailFrom,
      ...(content.replyTo ? { replyTo: withLocalPart(config.mailFrom, content.replyTo) } : {}),
      to,
      subject: content.subject,
      text: content.text,
      html: content.html ?? asHtml(content),
    });
  };
}

/** An address such as `Foyer <noreply@example.com>` with something else before the @. */
export function withLocalPart(address: string, localPart: string | null): string {
  return localPart ? address.replace(/[^<\s]+@/, `${localPart}@`) : address;
}

/** The text as a plain page that every mail reader shows well: the code large, the link clickable. */
export function asHtml(content: Content): string {
  const paragraphs = content.text.split('\n\n').map((paragraph) => {
    const text = escapeHtml(paragraph);
    if (paragraph === content.code) return `<p style="font-size:32px;font-weight:600;letter-spacing:6px;margin:24px 0">${text}</p>`;
    if (paragraph === content.link) return `<p style="margin:24px 0"><a href="${text}">${text}</a></p>`;
    return `<p style="margin:0 0 12px">${text}</p>`;
  });
  return `<div style="font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#1c1c28;max-width:480px;margin:32px auto;padding:0 16px">${paragraphs.join('')}</div>`;
}
