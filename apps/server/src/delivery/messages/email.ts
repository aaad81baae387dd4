import { createTransport } from 'nodemailer';
import type { Config } from '../../platform/config.ts';
import { asHtml } from './email-html.ts';
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
