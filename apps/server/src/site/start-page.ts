import { apiError } from '@foyer/protocol/errors';
import type { FastifyInstance } from 'fastify';
import { shownSecretKey } from '../instances/keys/secret-keys.ts';
import { escapeHtml } from '../platform/http/html.ts';
import type { RequestContext } from '../platform/http/facts.ts';
import { MARK, page } from '../platform/http/page.ts';
import { answer, Raw, type ContextSource } from '../platform/http/routes.ts';
import { isFromThisMachine } from '../platform/http/this-machine.ts';
import { envBlock } from './env-block.ts';

/** What the start page tells of the database. */
export interface DatabaseFacts {
  kind: 'postgres' | 'pglite';
  /** Folder or host, without credentials. */
  place: string;
}

/** The page at `/`: where everything is, and what to paste into an app; `/.env` has just that, for programs on this machine. */
export function startPageRoutes(app: FastifyInstance, source: ContextSource, database: DatabaseFacts): void {
  app.get('/', async (request, reply) => {
    const ctx = await source.forFrontend(request, reply);
    return answer(reply, await startPage(ctx, database));
  });
  app.get('/.env', async (request, reply) => {
    const ctx = await source.forFrontend(request, reply);
    if (!mayShowSecrets(ctx)) throw apiError('resource_not_found');
    const text = envBlock(ctx.instance, ctx.http.baseUrl, await shownSecretKey(ctx));
    return answer(reply, new Raw('text/plain; charset=utf-8', `${text}\n`, { 'cache-control': 'no-store' }));
  });
}

async function startPage(ctx: RequestContext, database: DatabaseFacts) {
  const { baseUrl } = ctx.http;
  const secretKey = mayShowSecrets(ctx) ? await shownSecretKey(ctx) : null;
  const name = escapeHtml(ctx.instance.settings.display.application_name);
  const links = [
    [`${baseUrl}/portal/sign-up`, 'Sign up', 'Create an account in the hosted pages'],
    [`${baseUrl}/portal/sign-in`, 'Sign in', 'And manage your profile'],
    ...(ctx.instance.environmentType === 'development' ? [[`${baseUrl}/inbox`, 'Inbox', 'Codes and links that were sent']] : []),
    [`${baseUrl}/openapi/fapi.json`, 'Frontend API', 'OpenAPI document'],
    [`${baseUrl}/openapi/bapi.json`, 'Backend API', 'OpenAPI document'],
    [`${baseUrl}/v1/health`, 'Health', 'For monitors and load balancers'],
  ];
  return page({
    title: 'Foyer',
    css: CSS,
    script: SCRIPT,
    body: `<main>
<header>${MARK}<div><h1>Foyer is running</h1><p class="soft">${name} · ${ctx.instance.environmentType} instance <code>${escapeHtml(ctx.instance.slug)}</code></p></div></header>
<section class="card"><div class="top"><div><h2>Connect an app</h2><p class="soft">Paste this into the <code>.env</code> of an app that uses Clerk's SDKs or ours.</p></div><button type="button" id="copy">Copy</button></div>
<pre id="env" tabindex="0" aria-label="Environment variables">${escapeHtml(envBlock(ctx.instance, baseUrl, secretKey))}</pre>
${secretKey === null ? '<p class="soft note">The secret key is shown only on the machine that runs Foyer. It was also printed at start.</p>' : ''}</section>
<nav aria-label="Places"><ul>${links.map(([href, title, text]) => `<li><a class="card" href="${escapeHtml(href ?? '')}"><strong>${title}</strong><span class="soft">${text}</span></a></li>`).join('')}</ul></nav>
<p class="${database.kind === 'pglite' ? 'notice' : 'soft'}">${databaseNote(database)}</p>
</main>`,
  });
}

/** Secrets are shown only to who is at this machine. */
function mayShowSecrets({ http }: RequestContext): boolean {
  return isFromThisMachine({ ip: http.ip, hostname: http.hostname, forwardedFor: http.header('x-forwarded-for') });
}

function databaseNote({ kind, place }: DatabaseFacts): string {
  if (kind === 'postgres') return `Data lives in PostgreSQL at <code>${escapeHtml(place)}</code>.`;
  return `Data lives in <code>${escapeHtml(place)}</code>, in the embedded database. It is for development: set <code>DATABASE_URL</code> to a PostgreSQL 15 or later for production.`;
}

const CSS = `
header{display:flex;gap:16px;align-items:center;margin-bottom:28px}header svg{width:44px;height:44px;flex:none}header p{margin:2px 0 0}
section{padding:20px}
.top{display:flex;gap:16px;justify-content:space-between;align-items:flex-start}.top p{margin:0}
pre{margin:16px 0 0;padding:14px 16px;background:var(--code);border-radius:8px;overflow-x:auto}
.note{margin:10px 0 0;font-size:13px}
nav ul{list-style:none;padding:0;margin:20px 0;display:grid;grid-template-columns:repeat(auto-fill,minmax(200px,1fr));gap:12px}
nav a{display:grid;gap:2px;align-content:start;padding:14px 16px;text-decoration:none;color:inherit;height:100%}nav a:hover{border-color:var(--accent)}
nav span{font-size:13px}
.notice{background:var(--warn-bg);border:1px solid var(--warn-line);color:var(--warn);border-radius:10px;padding:12px 16px;font-size:14px}
@media (max-width:480px){main{padding-top:28px}}
`;

const SCRIPT = `
const button = document.getElementById('copy');
button.addEventListener('click', async () => {
  await navigator.clipboard.writeText(document.getElementById('env').textContent);
  button.textContent = 'Copied';
  setTimeout(() => { button.textContent = 'Copy'; }, 1500);
});
`;
