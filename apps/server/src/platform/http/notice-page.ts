import { page } from './page.ts';
import type { Raw } from './routes.ts';

/** A page that tells one thing. Its title is text, its body HTML that is already safe. */
export interface Notice {
  tone: 'good' | 'attention';
  title: string;
  body: string;
  /** What the browser's tab says after the title, e.g. the application's name. */
  of?: string;
  status: number;
}

/** A card in the middle of the page, for the end of a link from a message, and for what went wrong on the way. */
export function noticePage({ tone, title, body, of, status }: Notice): Raw {
  return page({
    title: of ? `${title} · ${of}` : title,
    css: CSS,
    body: `<main><div class="card"><span class="tone ${tone}">${ICONS[tone]}</span><h1>${title}</h1>${body}</div></main>`,
    status,
  });
}

const icon = (path: string) =>
  `<svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${path}"/></svg>`;

const ICONS = { good: icon('M5 12.5l4.5 4.5L19 7.5'), attention: icon('M12 7v6M12 17h.01') };

const CSS = `
body{min-height:100vh;min-height:100dvh;display:grid}
main{max-width:none;padding:32px 16px;display:grid;place-items:center;min-width:0}
.card{width:100%;max-width:420px;padding:32px;overflow-wrap:anywhere}
.card h1{font-size:21px;text-wrap:balance}
.card p{margin:8px 0 0}
.card .small{margin-top:20px;padding-top:16px;border-top:1px solid var(--line);font-size:13px}
.tone{display:grid;place-items:center;width:44px;height:44px;margin-bottom:20px;border-radius:50%;background:var(--warn-bg);color:var(--warn)}
.tone.good{background:color-mix(in srgb,var(--good) 12%,transparent);color:var(--good)}
@media (forced-colors:active){.tone{border:1px solid}}
@media (max-width:480px){.card{padding:24px 20px}}
`;
