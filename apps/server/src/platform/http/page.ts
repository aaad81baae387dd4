import { randomBytes } from 'node:crypto';
import { escapeHtml } from './html.ts';
import { Raw } from './routes.ts';

/** A page of the server's own: its parts are HTML that is already safe. */
export interface Page {
  title: string;
  body: string;
  /** Styles of this page, after the common ones. */
  css?: string;
  /** Script of this page, run as a module. */
  script?: string;
  /** Script files that the page loads first. */
  scriptUrls?: { src: string; attributes?: Record<string, string> }[];
  /** Origins besides our own from which images, answers, scripts or framed pages may come. */
  allow?: { connect?: string; image?: string; script?: string; frame?: string };
  status?: number;
}

/** A page under a strict content security policy: only its own inline script and style, by nonce. */
export function page(parts: Page): Raw {
  const nonce = randomBytes(16).toString('base64');
  const { allow = {} } = parts;
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}' 'self' ${allow.script ?? ''}`,
    `style-src 'nonce-${nonce}' 'self'`,
    `img-src 'self' data: blob: ${allow.image ?? ''}`,
    `connect-src 'self' ${allow.connect ?? ''}`,
    `frame-src ${allow.frame ?? "'none'"}`,
    `font-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${parts.title}</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(MARK)}">
<style nonce="${nonce}">@layer page{${COMMON_CSS}${parts.css ?? ''}}</style>
</head>
<body>
${parts.body}
${(parts.scriptUrls ?? []).map((script) => scriptTag(script, nonce)).join('\n')}
${parts.script ? `<script type="module" nonce="${nonce}">${parts.script}</script>` : ''}
</body>
</html>
`;
  return new Raw('text/html; charset=utf-8', html, { 'content-security-policy': policy, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' }, parts.status ?? 200);
}

function scriptTag({ src, attributes = {} }: { src: string; attributes?: Record<string, string> }, nonce: string): string {
  const all = Object.entries({ ...attributes, src, nonce }).map(([name, value]) => `${name}="${escapeHtml(value)}"`);
  return `<script ${all.join(' ')}></script>`;
}

/** The mark of Foyer: an open door. */
export const MARK = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32"><rect width="32" height="32" rx="8" fill="#4f46e5"/><path d="M10 25V9.5A1.5 1.5 0 0 1 11.5 8h9A1.5 1.5 0 0 1 22 9.5V25" fill="none" stroke="#fff" stroke-width="2"/><path d="M10 9l7 3v14l-7-2.2z" fill="#fff"/><circle cx="15" cy="18.4" r="1" fill="#4f46e5"/></svg>`;

/** In a layer of its own, below that of the components that some pages show. */
const COMMON_CSS = `
:root{--bg:#f7f7f9;--card:#fff;--text:#16161d;--soft:#5d5d6b;--line:#e4e4ea;--accent:#4f46e5;--accent-text:#4338ca;--code:#f1f1f5;--good:#0f7a4d;--warn-bg:#fff7e6;--warn-line:#f3d9a0;--warn:#7a4d00;--shadow:0 1px 2px rgb(16 16 32/.06),0 4px 16px rgb(16 16 32/.05)}
@media (prefers-color-scheme:dark){:root{--bg:#0f0f14;--card:#18181f;--text:#f2f2f6;--soft:#a3a3b2;--line:#2b2b36;--accent:#818cf8;--accent-text:#a5b4fc;--code:#22222c;--good:#4ade9c;--warn-bg:#2a2312;--warn-line:#5a4717;--warn:#f5cf7a;--shadow:none}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;-webkit-font-smoothing:antialiased}
a{color:var(--accent-text)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:6px}
main{max-width:760px;margin:0 auto;padding:48px 20px 64px}
h1{font-size:26px;line-height:1.25;letter-spacing:-.02em;margin:0}
h2{font-size:15px;margin:0 0 4px}
.soft{color:var(--soft)}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;box-shadow:var(--shadow)}
button{font:inherit;cursor:pointer;border:1px solid var(--line);background:var(--card);color:var(--text);border-radius:8px;padding:6px 12px;min-height:36px}
button:hover{border-color:var(--soft)}
code,pre{font:13px/1.6 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
`;
