import { escapeHtml } from '../../platform/http/html.ts';
import type { Content } from './templates.ts';

const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const MONO = 'ui-monospace,SFMono-Regular,Menlo,Consolas,monospace';

/**
 * The text as a card that every mail reader shows well, so with styles in place and no pictures: the application's
 * name above, the code large or the link as a button, and what is said after them smaller.
 */
export function asHtml(content: Content): string {
  const paragraphs = content.text.split('\n\n');
  const heart = paragraphs.findIndex((paragraph) => paragraph === content.code || paragraph === content.link);
  const body = paragraphs.map((paragraph, index) => {
    const text = escapeHtml(paragraph);
    if (paragraph === content.code) return codeHtml(text);
    if (paragraph === content.link) return linkHtml(text, escapeHtml(content.action ?? 'Continue'));
    const after = heart !== -1 && index > heart;
    return `<p style="margin:0 0 12px${after ? ';font-size:13px;color:#5d5d6b' : ''}">${text}</p>`;
  });
  const heading = content.application ? `<p style="margin:0 0 20px;font-size:14px;font-weight:600">${escapeHtml(content.application)}</p>` : '';
  return `<div style="margin:0;padding:32px 16px;background:#f5f5f7;${FONT};font-size:16px;line-height:1.55;color:#1c1c28"><div style="max-width:480px;box-sizing:border-box;margin:0 auto;padding:32px 32px 20px;background:#ffffff;border:1px solid #e4e4ea;border-radius:12px;overflow-wrap:anywhere">${heading}${body.join('')}</div></div>`;
}

/** Read from far, and copied without anything around it. */
function codeHtml(code: string): string {
  return `<p style="margin:20px 0;padding:18px 8px;background:#f1f1f5;border-radius:8px;text-align:center;font-family:${MONO};font-size:32px;line-height:1.2;font-weight:600;letter-spacing:6px">${code}</p>`;
}

/** A button, and the address itself for those whose reader shows none. */
function linkHtml(link: string, action: string): string {
  const button = `<a href="${link}" style="display:inline-block;padding:12px 24px;background:#2f3037;border-radius:8px;color:#ffffff;font-weight:600;text-decoration:none">${action}</a>`;
  return `<p style="margin:20px 0">${button}</p><p style="margin:0 0 20px;font-size:13px;color:#5d5d6b">Or copy this address:<br><a href="${link}" style="color:#5d5d6b">${link}</a></p>`;
}
